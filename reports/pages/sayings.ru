# The report in Russian: each English saying of the code (=), and what stands for it (>).
# saying.h tells how a saying is written.
= The week
> Неделя
= Overview
> Обзор
= What was read
> Что прочитано
= Contents and coverage
> Содержание и охват
= Coverage
> Охват
= Topics
> Темы
= Speakers
> Кого цитируют
= Words
> Слова
= Method and uncertainty
> Методика и неопределённость
= Method
> Методика
= This run
> Этот запуск
= Evidence
> Источники
= Colophon
> Выходные данные
= Stories
> Сюжеты
= Articles
> Статьи
= Quotations
> Цитаты
= People quoted
> Кого цитируют
= Quoted words unattributed
> Без автора
= Outlet
> Издание
= Articles before
> Статей раньше
= Topic
> Тема
= Speaker
> Спикер
= Term
> Слово
= Published
> Дата
= Headline
> Заголовок
= Entries that matched
> Найденные слова
= Hits
> Найдено
= Quotation
> Цитата
= Share
> Доля
= 95% interval
> Интервал
= Before
> Раньше
= Difference
> Разница
= q
> q
= Per million
> На миллион
= Times
> Раз
= DP
> DP
= Weeks
> Недели
= Person
> Человек
= Also named
> Иначе названы
= Rule
> Правило
= undated
> без даты
= title
> заголовок
= new
> новое
= gone
> исчезло
= New
> Новое
= quotes
> цитаты
= articles
> статьи
= outlets
> издания
= (no outlet given)
> (издание не указано)
= the {n|week|{n}~weeks} before
> {n} {n|неделя|недели|недель} до этого
= in the {n|week|{n}~weeks} before
> за {n} {n|неделю|недели|недель} до этого
= against the {n|week|{n}~weeks} before
> с {n} {n|неделей|неделями|неделями} до этого
= the {n|day|{n}~days} before
> {n} {n|день|дня|дней} до этого
= in the {n|day|{n}~days} before
> за {n} {n|день|дня|дней} до этого
= against the {n|day|{n}~days} before
> с {n} {n|днём|днями|днями} до этого
= in the baseline
> в периоде сравнения
= this day
> этот день
= on this day
> в этот день
= these {n}~{n|day|days}
> {n|этот|эти|эти} {n}~{n|день|дня|дней}
= in these {n}~{n|day|days}
> за {n|этот|эти|эти} {n}~{n|день|дня|дней}
= Undated articles
> Статьи без даты
= in this set
> в этом наборе
= this set
> этот набор
= Week~{week} · {days}
> Неделя~{week} · {days}
= this week
> на этой неделе
= {!column}this week
> сейчас
= {!subject}this week
> эта неделя
= {days}, and {before}
> {days} и {before}
= {against^}
> В сравнении {against}
= A week without articles
> Неделя без статей
= The week in one~article
> Неделя в одной~статье
= The week in {n}~{vote?{n|story|stories}/{n|article|articles}}
> Неделя в {n}~{vote?{n|сюжете|сюжетах|сюжетах}/{n|статье|статьях|статьях}}
= {n^}~{n|article|articles}, {days}
> {n}~{n|статья|статьи|статей}, {days}
= {n}~{vote?{n|story|stories}/{n|article|articles}}, {days}
> {n}~{vote?{n|сюжет|сюжета|сюжетов}/{n|статья|статьи|статей}}, {days}
= {n^} undated {n|article|articles}
> {n} {n|статья|статьи|статей} без даты
= {n} undated {n|article|articles}
> {n} {n|статья|статьи|статей} без даты
= {n^}~{n|outlet|outlets}
> {n}~{n|издание|издания|изданий}
= {!of}{n#} {n|outlet|outlets}
> {n} {n|издание|издания|изданий}
= {outlets}, {days}, set {against}.
> {outlets}, {days}, в сравнении {against}.
= {outlets}, {days}: described, and compared with nothing.
> {outlets}, {days}: описание без сравнения.
= {outlets}, {days}.
> {outlets}, {days}.
=  Ranges are 95%~intervals{claim?; a change is called one only where the interval of the difference excludes zero and q~≤~0.05} ({@method|method: page~|method}).
>  Диапазоны — 95%-е интервалы{claim?; изменением называется только то, где интервал разницы не содержит нуля и q~≤~0,05} ({@method|методика: с.~|методика}).
= {one?before/a week}: {range}
> {one?раньше/в неделю}: {range}
= Statistical report on news articles
> Статистический отчёт о новостных статьях
= news, statistics, quotations, topics
> новости, статистика, цитаты, темы
= Source: {source}.
> Источник: {source}.
= An interval needs at least {n}~{vote?{n|story|stories}/{n|article|articles}}.
> Для интервала нужно не менее {n}~{vote?{n|сюжета|сюжетов|сюжетов}/{n|статьи|статей|статей}}.
= No topic had enough {vote?stories/articles} to be compared.
> Ни у одной темы не было достаточно {vote?сюжетов/статей} для сравнения.
= The one topic compared shows no clear change.
> Единственная сравнённая тема не изменилась отчётливо.
= No clear change in any of {n}~{n|topic|topics}.
> Отчётливых изменений нет ни у {n|одной|одной|одной} из {n}~{n|темы|тем|тем}.
= {n}~{n|topic|topics} compared, {clear} changed clearly.
> Сравнено: {n}~{n|тема|темы|тем}; отчётливо изменилось: {clear}.
= No speaker had enough {vote?stories/articles} to be compared.
> Ни у одного спикера не было достаточно {vote?сюжетов/статей} для сравнения.
= The one speaker compared shows no clear change.
> Доля единственного сравнённого спикера не изменилась отчётливо.
= No clear change in any of {n}~{n|speaker|speakers}.
> Отчётливых изменений нет ни у одного из {n}~{n|спикера|спикеров|спикеров}.
= {n}~{n|speaker|speakers} compared, {clear} changed clearly.
> Сравнено: {n}~{n|спикер|спикера|спикеров}; отчётливо изменилось: {clear}.
= No term had enough {vote?stories/articles} to be compared.
> Ни у одного слова не было достаточно {vote?сюжетов/статей} для сравнения.
= The one term compared shows no clear change.
> Единственное сравнённое слово не изменилось отчётливо.
= No clear change in any of {n}~{n|term|terms}.
> Отчётливых изменений нет ни у одного из {n}~{n|слова|слов|слов}.
= {n}~{n|term|terms} compared, {clear} changed clearly.
> Сравнено: {n}~{n|слово|слова|слов}; отчётливо изменилось: {clear}.
= Undated articles are compared with nothing.
> Статьи без даты ни с чем не сравниваются.
= There are no articles before to compare with.
> Более ранних статей для сравнения нет.
= {before^} alone are too few to call anything a change.
> Период сравнения ({before}) слишком мал, чтобы назвать что-либо изменением.
= {several?No article is dated, so the report is on the whole set, without weeks./The article is undated, so there are no weeks to compare.}
> {several?Ни одна статья не датирована: отчёт о всём наборе, без недель./Статья не датирована: сравнивать недели нельзя.}
= An interval needs at least {least} {vote?stories/articles}; there {n|is|are} {n}, so shares and rates stand without one.
> Для интервала нужно не менее {least} {vote?сюжетов/статей}; есть {n}, поэтому доли и частоты даны без интервала.
= Coverage is low: {n} {n|article|articles}, where the weeks before had {mean} on average.
> Охват мал: {n} {n|статья|статьи|статей}; в прошлые недели было в среднем {mean}.
= Left out of the topics’ shares: {foreign} {foreign|article|articles} in languages without a topic dictionary.
> Не входят в доли тем: {foreign} {foreign|статья|статьи|статей} на языках без словаря тем.
= Counted apart and in no week: {undated} undated {undated|article|articles}.
> Учтены отдельно, вне недель: {undated} {undated|статья|статьи|статей} без даты.
= There are too few weeks before to call anything a change.
> Прошлых недель слишком мало, чтобы назвать что-либо изменением.
= There are no weeks before to compare with, so nothing is said to rise or fall.
> Прошлых недель для сравнения нет, поэтому о росте и падении не говорится.
= The span had not ended when the report was made.
> Период ещё не закончился, когда был сделан отчёт.
= {n}~{n|hit|hits}
> {n}~{n|совпадение|совпадения|совпадений}
= <{name}> is the topic that the article’s words fit best.
> Слова статьи лучше всего подходят теме <{name}>.
= of {vote?stories/articles} are about <{name}>; no topic has more ({n} of {all}{range?; {range}}).
> {vote?сюжетов/статей} — на тему <{name}>; больше нет ни у одной темы ({n} из {all}{range?; {range}}).
= <{name}> rose{most? most}{moved?, by {moved},} to {share} of {vote?stories/articles}{range} from {earlier}{in_before? {in_before}}.
> <{name}>: доля {most?больше всего }выросла{moved? на {moved}}, до {share} {vote?сюжетов/статей}{range}, с {earlier}{in_before? {in_before}}.
= <{name}> fell{most? most}{moved?, by {moved},} to {share} of {vote?stories/articles}{range} from {earlier}{in_before? {in_before}}.
> <{name}>: доля {most?больше всего }упала{moved? на {moved}}, до {share} {vote?сюжетов/статей}{range}, с {earlier}{in_before? {in_before}}.
= <{name}> rose{most? most}{moved?, by {moved},} to {share} of quoted words{range} from {earlier}{in_before? {in_before}}.
> <{name}>: доля {most?больше всего }выросла{moved? на {moved}}, до {share} слов цитат{range}, с {earlier}{in_before? {in_before}}.
= <{name}> fell{most? most}{moved?, by {moved},} to {share} of quoted words{range} from {earlier}{in_before? {in_before}}.
> <{name}>: доля {most?больше всего }упала{moved? на {moved}}, до {share} слов цитат{range}, с {earlier}{in_before? {in_before}}.
= of quoted words come from <{name}>; no speaker has more ({n}~{n|quotation|quotations}{range?; {range}}).
> слов цитат принадлежат спикеру <{name}>; больше нет ни у кого ({n}~{n|цитата|цитаты|цитат}{range?; {range}}).
= {n}~{n|time|times}
> {n}~{n|раз|раза|раз}
= <{term}>{several? in {n}~{vote?{n|story|stories}/{n|article|articles}}}; no content word is more frequent{rate? ({rate} per million words{range?; {range}})}.
> <{term}>{several? в {n}~{vote?{n|сюжете|сюжетах|сюжетах}/{n|статье|статьях|статьях}}}; чаще нет ни одного знаменательного слова{rate? ({rate} на миллион слов{range?; {range}})}.
= <{term}> was not used {in_before}: {n}~{n|time|times} {here}, in {articles}~{vote?{articles|story|stories}/{articles|article|articles}}.
> <{term}> не встречалось {in_before}: {n}~{n|раз|раза|раз} {here}, в {articles}~{vote?{articles|сюжете|сюжетах|сюжетах}/{articles|статье|статьях|статьях}}.
= <{term}> was used {times} times as often as {in_before}{range}: {n}~{n|time|times} {here}, in {articles}~{vote?{articles|story|stories}/{articles|article|articles}}.
> <{term}> встречалось в {times} раза чаще, чем {in_before}{range}: {n}~{n|раз|раза|раз} {here}, в {articles}~{vote?{articles|сюжете|сюжетах|сюжетах}/{articles|статье|статьях|статьях}}.
= <{term}> was used {times} times less often than {in_before}{range}: {n}~{n|time|times} {here}, in {articles}~{vote?{articles|story|stories}/{articles|article|articles}}.
> <{term}> встречалось в {times} раза реже, чем {in_before}{range}: {n}~{n|раз|раза|раз} {here}, в {articles}~{vote?{articles|сюжете|сюжетах|сюжетах}/{articles|статье|статьях|статьях}}.
= {n}~{n|quotation|quotations}
> {n}~{n|цитата|цитаты|цитат}
= {n}~{vote?{n|story|stories}/{n|article|articles}}
> {n}~{vote?{n|сюжет|сюжета|сюжетов}/{n|статья|статьи|статей}}
= {higher?{higher} up{lower?; {lower} down}/{lower} down}
> {higher?Больше: {higher}{lower?; меньше: {lower}}/Меньше: {lower}}
= {up?{up^}~{up|topic|topics} up{down?; {down#} down}/{down^}~{down|topic|topics} down}
> {up?{up}~{up|тема выросла|темы выросли|тем выросли}{down?; {down} упали}/{down}~{down|тема упала|темы упали|тем упали}}
= No clear change in the largest topics
> У крупнейших тем нет отчётливых изменений
= No clear change in any topic
> Ни у одной темы нет отчётливых изменений
= Topics {here}
> Темы {here}
= Ranks of topics, week by week
> Места тем по неделям
= {topic} ranks first
> {topic}: первое место
= Topics by week
> Темы по неделям
= {topic}: its highest share is this week’s
> {topic}: наибольшая доля — на этой неделе
= {topic}: its highest share was in the week of {day}
> {topic}: наибольшая доля — на неделе с {day}
= No speaker was found
> Спикеры не найдены
= Who was quoted {here}
> Кого цитировали {here}
= {name} alone was quoted
> Цитировали только одного: {name}
= {name} was quoted at greatest length
> {name}: больше всего слов в цитатах
= Every outlet has articles in every week
> У каждого издания есть статьи в каждую неделю
= None of {all#} {all|outlet|outlets} has articles in every week
> Ни у одного из {all} изданий нет статей в каждую неделю
= {steady^} of {all#} {all|outlet|outlets} {steady|has|have} articles in every week
> Статьи в каждую неделю — у {steady} из {all} изданий
= {n^}~{n|term|terms} changed clearly
> Отчётливо изменилось: {n}~{n|слово|слова|слов}
= No clear change in any term
> Ни у одного слова нет отчётливых изменений
= Words {here}
> Слова {here}
=  No article repeats another.
>  Ни одна статья не повторяет другую.
=  {n^}~{n|article repeats|articles repeat} another, {copies#} of them word for word: {stories#}~{stories|story|stories}.
>  {n}~{n|статья повторяет|статьи повторяют|статей повторяют} другую, из них дословно: {copies}; всего {stories}~{stories|сюжет|сюжета|сюжетов}.
=  {n^}~{n|article repeats|articles repeat} another{copies?, {several?all }word for word}: {stories#}~{stories|story|stories}.
>  {n}~{n|статья повторяет|статьи повторяют|статей повторяют} другую{copies?, {several?все }дословно}: {stories}~{stories|сюжет|сюжета|сюжетов}.
= {vote? Each story has one vote: its first article counts./ All are counted, as published.}
> {vote? У каждого сюжета один голос: считается его первая статья./ Считаются все, как опубликованы.}
=  {n^}~{n|paragraph in another language is|paragraphs in another language are} kept but not counted.
>  {n}~{n|абзац на другом языке сохранён, но не учтён|абзаца на другом языке сохранены, но не учтены|абзацев на другом языке сохранены, но не учтены}.
=  {n^}~{n|byte fits|bytes fit} no charset: U+FFFD stands in {n|its|their} place.
>  {n}~{n|байт не подходит|байта не подходят|байтов не подходят} ни к одной кодировке: на {n|его|их|их} месте стоит U+FFFD.
=  The store keeps no record of files seen or skipped.
>  Хранилище не помнит, какие файлы просмотрены и пропущены.
= {n^}~{n|article|articles}{days? of {days}} from {source}, with {words}~{words|counted word|counted words} and {quotes}~{quotes|quotation|quotations}.
> {n}~{n|статья|статьи|статей}{days?, {days}}; источник: {source}; {words}~{words|учтённое слово|учтённых слова|учтённых слов}, {quotes}~{quotes|цитата|цитаты|цитат}.
= Articles by outlet
> Статьи по изданиям
= No articles in this period, but some before: {outlets}. That is exposure, not a trend.
> Нет статей за этот период, но были раньше: {outlets}. Это охват, а не тренд.
= Articles by outlet and week. The largest week of each outlet is labelled.
> Статьи по изданиям и неделям. Подписана наибольшая неделя каждого издания.
= Heat map of {outlets} outlets by {weeks} weeks, darker for more articles; the first row is {first}, the last {last}.
> Тепловая карта: {outlets} изданий, {weeks} недель, темнее — больше статей; первая строка: {first}, последняя: {last}.
= An outlet that falls silent is exposure, not a trend.{more? The {shown} of {all} with the most articles.}
> Замолчавшее издание — это охват, а не тренд.{more? Показаны {shown} из {all}, где статей больше всего.}
= The {shown} of {all} with the most articles.
> Показаны {shown} из {all}, где статей больше всего.
= {files} {files|file|files} seen, {n} {n|article|articles} read.
> Файлов просмотрено: {files}, статей прочитано: {n}.
= {first?Articles by format: /, }{format} {n}
> {first?Статьи по форматам: /, }{format} {n}
= {first?Not in UTF-8: /, }{charset} ({files} {files|file|files}, {n} {n|article|articles})
> {first?Не в UTF-8: /, }{charset} (файлов: {files}, статей: {n})
= {n} {n|file or part of one was|files or parts of them were} skipped: {often?most often }
> Пропущено файлов или их частей: {n}. {often?Чаще всего: /Причины: }
= {later?; }{reason} ({n})
> {later?; }{reason} ({n})
= An article carries a topic with two hits of its entries in the text or one in the title, unless its dictionary has another rule, and may carry several.{none? In no article: {none}.}
> Статья относится к теме при двух совпадениях в тексте или одном в заголовке, если в словаре нет иного правила, и может относиться к нескольким.{none? Нет ни в одной статье: {none}.}
= No entry of the topics’ dictionary matches these articles.
> Ни одно слово словаря тем не встречается в этих статьях.
= All topics
> Все темы
= No topic to show
> Тем нет
= Nothing is drawn: {subject} has no topic.
> Рисунка нет: {subject} — без тем.
= No topic was found
> Темы не найдены
= Hits of each topic in the article.
> Совпадения каждой темы в статье.
= Share of {vote?stories/articles} by topic, %.{before? Dot: {subject}.}{intervals? Bar: 95% interval.}{before? Tick: {before}.}
> Доля {vote?сюжетов/статей} по темам, %.{before? Точка: {subject}.}{intervals? Полоса: 95%-й интервал.}{before? Черта: {before}.}
= Coloured where the difference is clear ({n} compared). 
> Цветом — где разница отчётлива (сравнено: {n}). 
= An article may carry several topics.{more? The {shown} largest of {all}.}
> Статья может относиться к нескольким темам.{more? Показаны крупнейшие: {shown} из {all}.}
= Dot chart: {n}~{n|topic|topics} by hits in the article. Most: {first}, {most}; fewest shown: {last}, {least}.
> Точечная диаграмма: {n}~{n|тема|темы|тем} по совпадениям в статье. Больше всего: {first}, {most}; меньше всего: {last}, {least}.
= Dot chart: {n}~{n|topic|topics} by share of {all}~{vote?{all|story|stories}/{all|article|articles}}. Largest: {first}, {most}{range}; smallest shown: {last}, {least}.{changed? Changed clearly: {changed}.}
> Точечная диаграмма: {n}~{n|тема|темы|тем}, доля от {all}~{vote?{all|сюжета|сюжетов|сюжетов}/{all|статьи|статей|статей}}. Наибольшая: {first}, {most}{range}; наименьшая: {last}, {least}.{changed? Отчётливо изменились: {changed}.}
= Rank of the {n} largest topics by share of {vote?stories/articles}, weeks {first} to {last}.
> Место крупнейших тем ({n}) по доле {vote?сюжетов/статей}, недели {first}–{last}.
= Lines of rank over {weeks} weeks for {n} topics. In the last week {best} is rank {high}, {worst} rank {low}.
> Линии мест: недель {weeks}, тем {n}. В последнюю неделю: {best} — {high}-е место, {worst} — {low}-е.
= Neighbouring ranks may be tied within their intervals; equal shares are in the order of the dot chart.
> Соседние места могут быть равны в пределах интервалов; равные доли — в порядке точечной диаграммы.
= Weeks run Monday to Sunday; {range} {vote?{most|story|stories}/{most|article|articles}} a week.{cut? Weeks that the set covers in part are left out.}{gap? A gap: a week without articles.}
> Недели с понедельника по воскресенье; {range} {vote?{most|сюжет|сюжета|сюжетов}/{most|статья|статьи|статей}} в неделю.{cut? Недели, охваченные частично, опущены.}{gap? Разрыв: неделя без статей.}
=  Hollow: a week that the set covers in part, not tested.
>  Полая точка: неделя, охваченная частично, не проверяется.
=  Triangle: from this week on the level is another one.
>  Треугольник: с этой недели уровень иной.
=  The set covers the last week in part.
>  Последняя неделя охвачена частично.
= Share of {vote?stories/articles} each week, %, for {several?{all?{n} topics/the {n} {enough?topics with at least {least} of them/largest topics}}/the one topic {enough?with at least {least} of them/found}}.{band? Band: 95% interval{some?, in weeks of at least {least} {vote?stories/articles}}.}{several? Grey: the others shown.}
> Доля {vote?сюжетов/статей} в неделю, %: {several?{all?все темы ({n})/{enough?темы, где {vote?сюжетов/статей} не менее {least} ({n})/крупнейшие темы ({n})}}/единственная {enough?тема, где их не менее {least}/найденная тема}}.{band? Полоса: 95%-й интервал{some?, в неделях, где не менее {least} {vote?сюжетов/статей}}.}{several? Серым: остальные.}
= Topics over {n} {n|week|weeks}
> Темы за {n} {n|неделю|недели|недель}
= {n} small line charts on one scale, {weeks} weeks each. In the last week: {first} {high}, {last} {low}.
> Малых графиков на одной шкале: {n}, недель: {weeks}. В последнюю неделю: {first} {high}, {last} {low}.
= Share of {vote?stories/articles} by topic and week, %. The largest week of each topic is labelled.
> Доля {vote?сюжетов/статей} по темам и неделям, %. Подписана наибольшая неделя каждой темы.
= Heat map of {n} topics by {weeks} weeks, darker for a larger share of {vote?stories/articles}; the first row is {first}, the last {last}.
> Тепловая карта: тем {n}, недель {weeks}, темнее — больше доля {vote?сюжетов/статей}; первая строка: {first}, последняя: {last}.
= No quotations
> Цитат нет
= Nothing is drawn: {subject} has no quotation.
> Рисунка нет: {subject} — без цитат.
= No quotation was found
> Цитаты не найдены
= {n}~{n|article|articles} read.
> Прочитано: {n}~{n|статья|статьи|статей}.
= {n} further {n|speaker is|speakers are} in speakers.csv. 
> Остальные ({n}) — в speakers.csv. 
= (unattributed): quoted words for which no speaker was found.
> (unattributed): слова цитат, автор которых не найден.
= A speaker was found for every quotation.
> Автор найден у каждой цитаты.
= Share of {n} quoted {n|word|words}, %.{line? Line: 95% interval by story.}
> Доля от {n} {n|слова|слов|слов} цитат, %.{line? Линия: 95%-й интервал по сюжетам.}
= Bars: {n} {n|speaker|speakers} by share of quoted words; the first is {name} with {share}{range}. Unattributed: {apart}.
> Полосы: спикеров {n}, по доле слов цитат; первый: {name}, {share}{range}. Без автора: {apart}.
= Bars of log ratios with intervals: {risen} {risen|term|terms} used more often, {fallen} used less often.{up? Largest rise: {up}, {rise}{rise_range}.}{down? Largest fall: {down}, {fall}{fall_range}.}
> Полосы логарифмов отношений с интервалами: чаще — {risen}, реже — {fallen}.{up? Наибольший рост: {up}, {rise}{rise_range}.}{down? Наибольшее падение: {down}, {fall}{fall_range}.}
= How many times more (×) or less (÷) often than {in_before}; log scale. Line: 95% interval.
> Во сколько раз чаще (×) или реже (÷), чем {in_before}; логарифмическая шкала. Линия: 95%-й интервал.
= {n} {n|term|terms} compared, {clear} changed clearly; the clear ones with the largest ratios are shown.
> Сравнено слов: {n}, отчётливо изменилось: {clear}; показаны отчётливые с наибольшим отношением.
= No content word to show
> Знаменательных слов нет
= Nothing is drawn: {subject} has no words.
> Рисунка нет: {subject} — без слов.
= No content word was found
> Знаменательные слова не найдены
= Function words and numbers are left out.
> Служебные слова и числа опущены.
= Times each content word is used; function words are left out.
> Сколько раз встречается каждое знаменательное слово; служебные опущены.
= Uses per million words. Bar: 95% interval.{before? Tick: {before}.}
> Употреблений на миллион слов. Полоса: 95%-й интервал.{before? Черта: {before}.}
=  Left out, since nine in ten articles have {n|it|them}: {some?{n}~words, such as }{words}.
>  Опущено, так как есть в девяти статьях из десяти: {some?{n}~{n|слово|слова|слов}, среди них }{words}.
= Coloured where the change is clear.
> Цветом — где изменение отчётливо.
= No content word is more frequent than {term}
> Чаще всего встречается {term}
= Dot chart of the {n} most frequent content words, from {first}, {most} {most|use|uses}, to {last}, {least}.
> Точечная диаграмма частых слов: {n}; от {first} ({most}) до {last} ({least}).
= Terms that moved
> Изменившиеся слова
= Times: how many times as often per word as before; new and gone: none on the other side. DP: 0 spread evenly over the articles, towards 1 in few of them.
> Во сколько раз чаще на слово, чем раньше; новое и исчезло: на другой стороне нет. DP: 0 — равномерно по статьям, ближе к 1 — в немногих.
= Evidence: Topics of one or two {vote?stories/articles}
> Источники: темы в одном-двух {vote?сюжетах/текстах}
= Evidence: Speakers of one or two quotations
> Источники: спикеры с одной-двумя цитатами
= Evidence: Terms of one or two {vote?stories/articles}
> Источники: слова в одном-двух {vote?сюжетах/текстах}
= Back to 
> Назад на 
= page~
> с.~
= {n} pieces of {whole}~{whole|quotation|quotations}
> Частей: {n}; {whole}~{whole|цитата|цитаты|цитат}
= {count}, here the {dated?{rows} newest/first {rows}}; all are in evidence.csv under slug {slug}.
> {count}; здесь {dated?последние/первые}: {rows}, все — в evidence.csv, slug {slug}.
= The {n}~{n|article|articles} with most of its terms, one a story. Hits: how many of them. In evidence.csv under slug {slug}.
> {n}~{n|статья|статьи|статей}, где больше всего её слов, по одной из сюжета. Найдено: сколько из них. В evidence.csv под slug {slug}.
= {count}{newest?, newest first}. In evidence.csv under slug {slug}.
> {count}{newest?, сначала последние}. В evidence.csv, slug {slug}.
= Evidence: {name}
> Источники: {name}
= A name leads back to the page that links to it. All are in evidence.csv.
> Имя ведёт назад на страницу, где на него ссылаются. Все — в evidence.csv.
= Evidence: Names taken for one person
> Источники: имена одного человека
= Of all weeks of this report{vote?, as published}; {more?{more}~{more|more name|more names} {table?and all spellings are in people.csv/{more|is|are} not shown}/a roster overrules them (--people)}.
> За все недели отчёта{vote?, как опубликовано}; {more?ещё {more}~{more|имя|имени|имён} {table?и все написания — в people.csv/не показано}/список людей (--people) важнее}.
= Reading
> Чтение
= Words and terms
> Слова
= Intervals
> Интервалы
= What is called a change
> Что называется изменением
= Dispersion and keyness
> Рассеяние и ключевые слова
= {n}~{n|topic|topics}
> {n}~{n|тема|темы|тем}
= {n}~{n|speaker|speakers}
> {n}~{n|спикер|спикера|спикеров}
= {n}~{n|term|terms}
> {n}~{n|слово|слова|слов}
= {mixed} {mixed|topic|topics} moved only because the mix of outlets did, and {mixed|is|are} not called a change: within outlets there is none that is clear.
> Только из-за состава изданий изменилось тем: {mixed}. Это не называется изменением: внутри изданий отчётливого нет.
= Outlets with {part} of the articles before are silent now. Topics are compared within outlets too; shares of speakers and words are not.
> Издания, дававшие {part} прежних статей, теперь молчат. Темы сравниваются и внутри изданий, доли спикеров и слов — нет.
= Compared with {before}: {counts?{counts}/nothing}.
> Сравнено {against}: {counts?{counts}/ничего}.
=  Fitted: {n}~{n|weekly trend|weekly trends}.
>  Построено недельных трендов: {n}.
=  Fitted: {n}~{n|daily trend|daily trends}.
>  Построено дневных трендов: {n}.
=  Fitted: {n}~{n|monthly trend|monthly trends}.
>  Построено месячных трендов: {n}.
=  A roster of {n}~{n|person|people} was used.
>  Использован список людей: {n}.
=  Speakers were chosen by other weights than the program’s own (--weights).
>  Авторы цитат выбраны по другим весам, чем у программы (--weights).
= There was nothing to compare with.
> Сравнивать было не с чем.
=  An interval needs at least {least} {vote?stories/articles}. The bootstrap drew {resamples} resamples with seed {seed} (GSL’s taus2). A story’s articles come within {days}~{days|day|days} of its first, exact copies whenever.
>  Для интервала нужно не менее {least} {vote?сюжетов/статей}. Бутстрэп: {resamples} выборок, начальное число {seed} (taus2 из GSL). Статьи сюжета выходят в течение {days}~{days|дня|дней|дней} после первой, точные копии — когда угодно.
=  Each story has one vote: of its articles the first of each week, of the period and of the weeks before counts; intervals are over stories.
>  У каждого сюжета один голос: считается первая его статья за неделю, за период и за прошлые недели; интервалы — по сюжетам.
=  Articles are counted as published, each story’s all.
>  Статьи считаются как опубликованы, в каждом сюжете — все.
=  Quoted words are also those of {turns?transcripts’ turns{indirect? and of indirect speech}/indirect speech}.
>  Слова цитат включают {turns?реплики стенограмм{indirect? и косвенную речь}/косвенную речь}.
= Made by broadsheet {version}, free software under the GNU General Public License, version 3 or later.
> Сделано программой broadsheet {version}, свободной по лицензии GNU GPL версии 3 или новее.
= Command: {command}
> Команда: {command}
= Articles: SHA-256 {hash}
> Статьи: SHA-256 {hash}
= Settings: SHA-256 {hash}
> Настройки: SHA-256 {hash}
= Tables beside this report, in csv/: {files}. Each row’s last column is an id that names it. manifest.json lists all files with their SHA-256.
> Таблицы рядом с отчётом, в csv/: {files}. Последний столбец каждой строки — её идентификатор. В manifest.json — все файлы с их SHA-256.
= Set in Inter and Noto Serif (SIL Open Font License). Font files, with the first digits of their SHA-256: {files}{more?, and {more} more for other scripts}.
> Набрано шрифтами Inter и Noto Serif (SIL Open Font License). Файлы шрифтов с первыми знаками SHA-256: {files}{more?, и ещё {more} для других письменностей}.
= A file’s format is known by its content: plain text, Markdown, JSON, CSV, SGML, news XML, feeds, web pages, archives of them. The charset is what the file declares and its bytes bear out, else a guess; bytes that fit none become U+FFFD and are counted. corpus/README.md says how each format is read, and what is left out.
> Формат файла определяется по содержанию: простой текст, Markdown, JSON, CSV, SGML, новостной XML, ленты, веб-страницы, архивы с ними. Кодировка — та, что объявлена и подтверждена байтами, иначе угадана; байты вне любой кодировки заменены на U+FFFD и посчитаны. В corpus/README.md сказано, как читается каждый формат и что опускается.
= A term is a word with its case folded: letters and digits with inner apostrophes and hyphens, cut by Unicode’s rules (UAX #29) with the differences that corpus/README.md states. Numbers are kept apart. Paragraphs in another language or script than the article’s are kept but not counted. Rates are per million counted words.
> Слова считаются без различия регистра: буквы и цифры с апострофами и дефисами внутри, по правилам Unicode (UAX #29) с отличиями, названными в corpus/README.md. Числа учитываются отдельно. Абзацы на другом языке или другой письменности, чем статья, сохраняются, но не считаются. Частоты — на миллион учтённых слов.
= Every interval is a 95% interval. Rates of terms: ratio of sums over articles with linearised variance and Student’s t. Shares of topics: Wilson’s interval on articles. Shares of speakers: cluster bootstrap by story, stratified by outlet (BCa). Words of one article are not independent draws, so tokens are never the unit.
> Все интервалы — 95%-е. Частоты слов: отношение сумм по статьям с линеаризованной дисперсией и t Стьюдента. Доли тем: интервал Уилсона по статьям. Доли спикеров: кластерный бутстрэп по сюжетам со стратами по изданиям (BCa). Слова одной статьи не независимы, поэтому единицей никогда не служат слова.
= Articles that say the same are one story: exact copies by their text, others by runs of three words (bottom-k MinHash) when at least 45% of the shorter one’s runs stand in the longer and 20% of all runs in both, as estimated; of one outlet on two days 65%, because a column returns in its frame. Each is held against the story’s first article, or a longer version of it. Nothing is deleted.
> Статьи, говорящие одно и то же, — один сюжет: точные копии по тексту, прочие — по тройкам слов (bottom-k MinHash), если по оценке не менее 45 % троек короткой есть в длинной и 20 % всех троек — в обеих; у одного издания в разные дни 65 %, потому что рубрики повторяют свою рамку. Сравнение — с первой статьёй сюжета или её более длинной версией. Ничего не удаляется.
= Counted are the words inside quotation marks and dash speech. A quotation gets the speaker that the article itself names, by rules on cues, names, pronouns and paragraphs; where they find nobody it is “(unattributed)” and is given to no one. Names are joined across articles when full names agree, also transliterated; an initial fits one person; a last name alone has an owner, with 80% of its week’s quotations under full names; an office has one holder that week; or a roster says so. The rules err{report?: see quotes.csv and people.csv, which name the rule behind each row/; broadsheet quotes names the rule behind each row}.
> Считаются слова в кавычках и в прямой речи после тире. Автором цитаты считается тот, кого называет сама статья, по правилам о глаголах речи, именах, местоимениях и абзацах; если никто не найден, цитата — «(unattributed)» и не приписывается никому. Имена объединяются между статьями, когда полные имена совпадают, в том числе в транслитерации; инициал подходит одному человеку; фамилия без имени принадлежит тому, у кого 80 % цитат недели под полным именем; у должности на неделе один обладатель; или так сказано в списке людей. Правила ошибаются{report?: в quotes.csv и people.csv названо/; broadsheet quotes называет} правило каждой строки.
= DP (Gries 2008) is half the sum of the differences between an article’s share of a term and its share of all words: 0 evenly spread, towards 1 in few articles. G² is the log-likelihood of four cells; it treats words as independent and is shown as description only.
> DP (Gries 2008) — половина суммы отклонений доли статьи в употреблениях слова от её доли во всех словах: 0 — равномерно, ближе к 1 — в немногих статьях. G² — логарифм правдоподобия для четырёх клеток; он считает слова независимыми и служит только описанием.
= Topics beyond the dictionary
> Темы вне словаря
= For discovered.csv {n}~{n|word or phrase was|words and phrases were} counted by story and tested for a rise against the weeks before, outlet by outlet; {risen#} rose with q up to 0.05. These and what rose with them are joined where they stand in the same stories; an article has such a topic with two of its terms. The interval of its share does not know that it was chosen because it rose.
> Для discovered.csv посчитано по сюжетам слов и словосочетаний: {n}; их рост проверен против прошлых недель, издание за изданием; выросло с q до 0,05: {risen}. Они и то, что выросло вместе с ними, объединены там, где стоят в одних сюжетах; статья относится к такой теме при двух её словах. Интервал доли не учитывает, что тема выбрана за рост.
= What was judged by hand
> Что проверено вручную
= {draws}~{draws|quoted word was|quoted words were} drawn at random, from {rows}~{rows|quotation|quotations}, and {passages}~{passages|paragraph was|paragraphs were} read for quotations that were missed.
> Случайно выбрано слов цитат: {draws} (цитат: {rows}); абзацев прочитано в поиске пропущенных цитат: {passages}.
=  {share}{range} of the quoted words are speech.
>  {share}{range} слов цитат — речь.
=  {share}{range} of speech given to somebody is that speaker’s.
>  {share}{range} приписанной речи приписано верно.
=  {share}{range} of the quotations were found.
>  {share}{range} цитат найдено.
=  audit.csv has each speaker’s share as counted and as corrected by these judgements (difference estimator; the interval adds the sample’s error to that of the stories). Speech that was missed is taken to be shared out as the rest is.{unknown? Of {unknown} drawn words nobody could tell the speaker.}
>  В audit.csv — доля каждого спикера: посчитанная и исправленная по этим оценкам (оценка по разности; интервал добавляет ошибку выборки к ошибке по сюжетам). Пропущенная речь считается распределённой как остальная.{unknown? Для {unknown} выбранных слов автора определить не удалось.}
= Discovered
> Найдено
= Evidence: Discovered topics of one or two articles
> Источники: найденные темы в одной-двух статьях
= Terms
> Слова
= Outlets
> Издания
= Burst since
> Всплеск с
= {n^}~{n|topic|topics} that no dictionary named
> Темы, которых нет ни в одном словаре: {n}
= Words and phrases that rose and stand in the same stories: {risen} of {tested} tested rose.
> Слова и словосочетания, которые выросли и стоят в одних сюжетах: из проверенных ({tested}) выросло {risen}.
= An article has such a topic with two of its terms. The interval does not know that the topic was chosen because it rose. Burst since: the Monday of the first week of a burst that lasts.
> Статья относится к такой теме при двух её словах. Интервал не учитывает, что тема выбрана за рост. Всплеск с: понедельник первой недели всплеска, который ещё длится.
= No topic beyond the dictionary
> Тем вне словаря нет
= {n}~{n|word or phrase was|words and phrases were} tested for a rise; {risen#} rose, and none stand together in enough stories to be a topic.
> На рост проверено слов и словосочетаний: {n}; выросло: {risen}. Вместе они стоят в слишком немногих сюжетах, чтобы быть темой.
= What stands out
> Что выделяется
= Trends
> Тренды
= Words that stand together
> Слова, стоящие рядом
= Of the words that rose, fell or were used most, collocations.csv has those that stand within five words of them. Closeness is log Dice (Rychlý 2008); PMI, the binary logarithm of how many times more often than chance they do, has an interval over articles. What one article repeats is therefore no bond. The network leaves function words out.
> Для слов, которые выросли, упали или чаще всех употреблялись, в collocations.csv названы слова не дальше пяти слов от них. Близость — log Dice (Rychlý 2008); у PMI, двоичного логарифма того, во сколько раз чаще случайного они стоят рядом, есть интервал по статьям. Поэтому повтор в одной статье — ещё не связь. Служебные слова в сеть не входят.
= Where words fall
> Где стоят слова
= Series
> Ряд
= Counted
> Что посчитано
= This week
> Эта неделя
= Expected
> Ожидалось
= Upper limit
> Граница
= By
> Метод
= articles with the topic
> статьи с темой
= uses of the term
> употребления слова
= articles that quote the speaker
> статьи, где цитируют спикера
= Farrington
> Farrington
= {n^}~{n|series is|series are} out of the ordinary
> Необычных рядов: {n}
= {tests}~{tests|test|tests} of {series} series against the weeks before: above the upper limit, with q at most 0.05 over all tests.
> Тестов: {tests}, рядов: {series}, против прошлых недель: выше верхней границы, с q не более 0,05 по всем тестам.
= Expected and limit: of the surest of the methods named. Farrington: quasi-Poisson forecast; u′: Laney’s chart; EWMA: a weighted mean of the last weeks, which also sees a slow rise.
> Ожидание и граница: по самому уверенному из названных методов. Farrington: квазипуассоновский прогноз; u′: карта Лейни; EWMA: взвешенное среднее последних недель, которое видит и медленный рост.
= Nothing unusual
> Ничего необычного
= {tests}~{tests|test|tests} held topics, frequent terms and frequent speakers against the weeks before; none of them is out of the ordinary (alarms.csv).
> Темы, частые слова и частые спикеры сопоставлены с прошлыми неделями, тестов: {tests}; необычного нет (alarms.csv).
= Weeks that stand out
> Недели, которые выделяются
= No burst reaches this week
> До этой недели не дошёл ни один всплеск
= In a burst this week: {names}
> На этой неделе всплеск: {names}
= {n^}~{n|series is|series are} in a burst this week
> Рядов со всплеском на этой неделе: {n}
= Latest burst
> Последний
= Share each week, each row to its own largest: of articles with the topic, of words that are the term, of articles with quotations that quote the speaker. Dark: weeks of a burst.
> Доля по неделям, в каждой строке — к её наибольшей: статей с темой, слова среди всех слов, статей, где цитируют спикера, среди статей с цитатами. Тёмным: недели всплеска.
= Bars by week of {n} series with a burst, over {weeks} {weeks|week|weeks}; {now#} of them {now|is|are} in a burst in the last week.
> Столбики по неделям, рядов со всплеском: {n}, недель: {weeks}; на последней неделе всплеск у {now}.
= A burst: weeks in which a share twice the usual one fits better (Kleinberg); a description, not a test.{blue? Blue: it reaches the last week.}{more? {more}~more {more|series is|series are} in the table.}
> Всплеск: недели, которым вдвое большая доля подходит лучше обычной (Kleinberg); описание, а не тест.{blue? Синим: дошёл до последней недели.}{more? В таблице ещё рядов: {more}.}
= Content words that stand within {reach#} words of each other more often than chance has it; the closer the bond, the thicker the line.{more? Blue: used clearly more often than before.}{less? Brown: less often.}
> Знаменательные слова, которые стоят не дальше {reach} слов друг от друга чаще, чем случайно; чем теснее связь, тем толще линия.{more? Синим: употребляются отчётливо чаще, чем раньше.}{less? Коричневым: реже.}
= {shown} {all?{shown|pair|pairs}/of {n}~{n|pair|pairs}} of words that rose, fell or were used most: at least {joint#} times together, in {least#} articles or more, and the 95% interval of PMI over articles lies above 0.{all?/ The others bring words that find no room.} Closeness: log Dice. Bold: the words used most.
> {all?Пар: {shown}/Пар: {shown} из {n}}, со словами, которые выросли, упали или чаще всех употреблялись: вместе не менее {joint} раз, не менее чем в {least} статьях, и 95%-й интервал PMI по статьям выше 0.{all?/ Для слов остальных пар нет места.} Близость: log Dice. Жирным: самые частые слова.
= {one} and {other} keep the closest company
> Теснее всего связаны {one} и {other}
= Network of {words} {words|word|words} and {pairs} {pairs|pair|pairs}. The closest pair is {one} and {other}, {joint} {joint|time|times} together.
> Сеть: слов {words}, пар {pairs}. Теснее всего связаны {one} и {other}, вместе {joint} {joint|раз|раза|раз}.
= Example of a chart: {text}
> Пример диаграммы: {text}
= clearly more
> явно больше
= no clear change
> неясно
= clearly less
> явно меньше
= Dots with intervals
> Точки с интервалами
= Dot: the value. Bar: its 95% interval. Tick: the value before. Coloured and bold only where a test of the difference says that the change is clear.
> Точка: значение. Полоса: его 95%-й интервал. Черта: прежнее значение. Цвет и жирный шрифт — лишь там, где по тесту разности изменение отчётливо.
= share by week
> доля по неделям
= Weekly trends
> Тренды по неделям
= Band: 95% interval. Gap: a week without articles. Triangle: another level from this week on. Hollow: a week that the set covers in part, which is not tested.
> Полоса: 95%-й интервал. Разрыв: неделя без статей. Треугольник: с этой недели другой уровень. Пустой кружок: неделя, охваченная частично, не проверяется.
= dark: much
> тёмное: много
= light: little
> светлое: мало
= slash: none
> черта: нет
= Heat maps
> Тепловые карты
= A row a topic or an outlet, a column a week. The number stands in the row’s largest cell. What is missing is never shown as little.
> Строка — тема или издание, столбец — неделя. Число стоит в наибольшей клетке строки. Пропуск никогда не выглядит как малое.
= used four times as often
> вчетверо чаще
= used half as often
> вдвое реже
= Words more and less used
> Слова: чаще и реже
= Bar: how many times more (×) or less (÷) often per word than before. Line: 95% interval; it never reaches “same”, for only clear changes are shown.
> Столбик: во сколько раз чаще (×) или реже (÷) на слово, чем раньше. Линия: 95%-й интервал; он не доходит до базовой линии, ведь показаны лишь отчётливые изменения.
= more than elsewhere
> больше, чем везде
= much as elsewhere
> как везде
= less than elsewhere
> меньше, чем везде
= clear
> отчётливо
= not clear
> неотчётливо
= Dots by row and column
> Точки по строкам и столбцам
= A dot’s area is its share. Blue: clearly more than elsewhere; brown: clearly less; grey: not clear.
> Площадь точки — её доля. Синим: отчётливо больше, чем везде; коричневым: отчётливо меньше; серым: неотчётливо.
= How to read the charts
> Как читать диаграммы
= The numbers of these examples are invented.
> Числа в этих примерах выдуманы.
= {term}: more than half of its {vote?stories/articles} are of {days}
> {term}: больше половины {vote?сюжетов/статей} — за {days}
= {even?{even} is spread most evenly{rare?, {rare} least}/{rare} is spread least evenly}
> {even?Равномернее всего распределено {even}{rare?, менее всего — {rare}}/Менее всего равномерно распределено {rare}}
= Where words fall {here}
> Где стоят слова {here}
= A tick: {vote?a story/an article} that uses the term, {timed?at its time of publication (UTC)/on its day}. DP: 0 spread evenly over the {vote?stories/articles}, towards 1 in few of them.{more? Blue: used clearly more often than before.}{less? Brown: less often.}
> Черта: {vote?сюжет/статья} с этим словом, {timed?по времени публикации (UTC)/по дню публикации}. DP: 0 — равномерно по {vote?сюжетам/статьям}, ближе к 1 — в немногих.{more? Синим: отчётливо чаще, чем раньше.}{less? Коричневым: реже.}
= {moved?{moved}{clear? of {clear}}~{clear?terms/{moved|term|terms}} that changed clearly{all?./, then the content words used most.}/The content words used most.}{untimed? {some?{untimed}~{vote?{untimed|story|stories}/{untimed|article|articles}} without a time of day stand/Without times of day, {vote?stories/articles} stand} side by side within their day.}{weekend? Shaded: the weekend.}{long? A column is {weeks?{weeks#} weeks/a week} from the day above it.}
> {moved?Слов с отчётливым изменением: {moved}{clear? из {clear}}{all?./; затем самые частые знаменательные слова.}/Самые частые знаменательные слова.}{untimed? {some?{vote?Сюжеты/Статьи} без времени суток ({untimed}) стоят/{vote?Сюжеты/Статьи} без времени суток стоят} рядом в пределах дня.}{weekend? Тонировано: выходные.}{long? Столбец: {weeks?недель {weeks}/неделя} с дня над ним.}
= X-ray of {n} {n|term|terms} over {days}: a row a term, a tick {vote?a story/an article}. {first}: {most}.{several? {last}: {least}.}
> Рентген слов ({n}), {days}: строка — слово, черта — {vote?сюжет/статья}. {first}: {most}.{several? {last}: {least}.}
= Terms over {n} {n|week|weeks}
> Слова по неделям ({n})
= {term}: its highest rate is this week’s
> {term}: чаще всего — на этой неделе
= {term}: its highest rate was in the week of {day}
> {term}: чаще всего — на неделе с {day}
= A week’s rate has no interval here; terms.csv has it.{gap? A gap: a week without articles.}{hollow? Hollow: a week that the set covers in part.}
> Здесь значения недель без интервала; он есть в terms.csv.{gap? Разрыв: неделя без статей.}{hollow? Пустой кружок: неделя, охваченная частично.}
= Uses per million words each week, of {moved?the terms above that changed clearly/the terms above}, all on one scale.{several? Grey: the others shown.}
> Употреблений на миллион слов в неделю, {moved?слова выше с отчётливым изменением/слова выше}, все в одном масштабе.{several? Серым: остальные.}
= {n} small line {n|chart|charts} on one scale, {weeks} weeks each. In the last week {first} has {rate} uses per million words.
> Маленьких графиков в одном масштабе: {n}, недель: {weeks}. На последней неделе {first}: {rate} на миллион слов.
= A difference is called a change only when its 95% interval excludes 0 and its q is at most 0.05. q is the false discovery rate after Benjamini and Hochberg over everything that was compared. Weeks differ by more than chance, so every test must also stand out from how much the weeks before differ (their dispersion, moderated over all series as limma does; the larger p of a quasi-likelihood F test and of a beta-binomial one). Topics: that test and Newcombe’s interval widened by it; and, of several outlets, the difference within outlets (Mantel and Haenszel) must agree with p at most 0.05, so that an outlet that fell silent is no change. Speakers: with it the bootstrap by story. Terms: with it the log ratio over articles; where a side has no hit, Fisher’s exact test on articles. All else is “no clear change”.
> Разница называется изменением, только если её 95%-й интервал не содержит 0 и q не больше 0,05. q — доля ложных открытий по Бенджамини и Хохбергу по всему, что сравнивалось. Недели различаются больше, чем случайно, поэтому каждый тест должен выделяться и на фоне различий прошлых недель (их дисперсия, сглаженная по всем рядам, как в limma; большее p из F-теста квазиправдоподобия и бета-биномиального). Темы: этот тест и интервал Ньюкомба, расширенный на него; а при нескольких изданиях разница внутри изданий (Мантель и Хензель) должна совпадать с p не больше 0,05, чтобы замолчавшее издание не было изменением. Спикеры: вместе с ним бутстрэп по сюжетам. Слова: вместе с ним логарифм отношения по статьям; где на одной стороне совпадений нет — точный тест Фишера по статьям. Всё прочее — «без отчётливых изменений».
= Alarms and bursts
> Тревоги и всплески
= alarms.csv holds this week against the weeks before for each topic and for the terms and speakers with most in those weeks: a quasi-Poisson forecast (Farrington, Noufaily), Laney’s u′ chart and an EWMA chart, each with its upper limit, p and a q over all of them. bursts.csv lists the weeks in which a series burst (Kleinberg, two states); that is description, not a test.
> alarms.csv сопоставляет эту неделю с прошлыми для каждой темы и для слов и спикеров, которых в те недели было больше всего: квазипуассоновский прогноз (Farrington, Noufaily), карта u′ Лейни и карта EWMA, у каждой верхняя граница, p и q по всем. В bursts.csv — недели всплесков ряда (Kleinberg, два состояния); это описание, а не тест.
= A topic is a list of words and phrases. An article carries it with two hits in the text or one in the title, unless its dictionary has another rule; within a topic the longest entry at a place counts. An article is matched in its own language, and may carry several topics or none.
> Тема — список слов и словосочетаний. Статья относится к ней при двух совпадениях в тексте или одном в заголовке, если в словаре нет иного правила; внутри темы в каждом месте считается самое длинное. Статья проверяется на своём языке и может относиться к нескольким темам или ни к одной.
= Share of the ten quoted most
> Доля десяти самых цитируемых
= Effective number of voices
> Эффективное число голосов
= Gini coefficient
> Коэффициент Джини
= Herfindahl–Hirschman index
> Индекс Херфиндаля – Хиршмана
= Of words with a speaker. Effective number: so many voices of equal length would be as concentrated, 1 / HHI. Gini: 0 if all have the same, near 1 if one has all. All depend on how many stories there are: only spans of like size compare.
> По словам, у которых есть автор. Эффективное число: при стольких равных голосах сосредоточенность была бы такой же, 1 / HHI. Джини: 0, если у всех поровну, около 1, если всё у одного. Все меры зависят от числа сюжетов: сравнимы только периоды близкого размера.
=  Too few stories with a quotation for an interval.
>  Для интервала слишком мало сюжетов с цитатами.
= Measure
> Мера
= Value
> Значение
= Weeks before, from–to
> Прошлые недели, от–до
= How few voices have how much: {n}~{n|person|people} quoted {here}
> Как мало голосов и как много у них: {n}~{n|человек процитирован|человека процитированы|человек процитированы} {here}
= week of {day}
> неделя с {day}
= {!arrival}new
> впервые
= Known of these weeks alone: who was quoted before them is new too.{more? {more^} more {more|person is|people are} in the table.}{nameless? {nameless^} more {nameless|speaker has|speakers have} no name of a person: offices, groups, what is unclear.}
> Известно только по этим неделям: кого цитировали раньше них, тот тоже новый.{more? Ещё {more}~{more|человек|человека|человек} — в таблице.}{nameless? Ещё {nameless}~{nameless|автор|автора|авторов} без имени человека: должности, группы, неясное.}
= Last quoted
> Последняя цитата
= New: not quoted {before}. Returning: quoted earlier, but not in the last {away} weeks with articles.
> Новые: не цитировались {before}. Вернувшиеся: цитировались раньше, но не в последние {away} недели со статьями.
= Balance of voices
> Баланс голосов
= % a week
> % в неделю
= Within outlets
> Внутри изданий
= New level from
> Новый уровень с
= Quasi-Poisson regression of articles on the week, partial weeks left out. Within outlets: each outlet with a level of its own, so that no outlet’s silence is in the slope. Clear: the interval leaves out 0, q is at most 0.05, and the slope within outlets goes clearly the same way.
> Квазипуассоновская регрессия числа статей по неделям, без неполных недель. Внутри изданий: у каждого издания свой уровень, и молчание издания в наклон не входит. Явно: интервал не содержит 0, q не больше 0,05, и наклон внутри изданий явно направлен туда же.
= How fast topics rise and fall
> Как быстро темы растут и падают
= Change of the share from one week to the next, %: {n}~{n|topic|topics} fitted, {clear?{clear}~with a clear trend/none with a clear trend}.
> Изменение доли от недели к неделе, %: тем в модели {n}, {clear?с явным трендом {clear}/ни одной с явным трендом}.
= Topics by outlet are not drawn: fewer than two outlets have the {least} {vote?stories/articles} that an interval needs. topic_outlets.csv has them.
> Темы по изданиям не показаны: {least} {vote?сюжетов/статей}, нужных для интервала, нет хотя бы у двух изданий. Они — в topic_outlets.csv.
= Topic trends
> Тренды тем
= Topics by outlet
> Темы по изданиям
= Quoted at greatest length
> Больше всех слов
= Next
> Следующий
= Who leads on each topic
> Кто первый в каждой теме
= Share of the quoted words in the topic’s articles; the topics with {least} quotations or more{few?, {few} with fewer left out}
> Доля процитированных слов в статьях темы; темы, где цитат не меньше {least}{few?, без {few} с меньшим числом}
= Who speaks on what
> Кто о чём говорит
= {apart?Coloured: {apart} of {n}~{n|share|shares} with an interval/None of {n}~{n|share|shares} with an interval is coloured}; by chance alone about {chance#} would be.
> {apart?Цветом: {apart} из {n} долей с интервалом/Из {n} долей с интервалом цветом не выделена ни одна}; чисто случайно их было бы около {chance}.
= {few? Not shown: {few}~{few|outlet|outlets} with fewer than {least} {vote?stories/articles}.}{more? {more^} smaller {more|outlet is|outlets are} left out.}{topics? {topics^} smaller {topics|topic is|topics are} left out.}
> {few? Не показано: {few}~{few|издание|издания|изданий}, где {vote?сюжетов/статей} меньше {least}.}{more? Нет ещё {more}~{more|издания поменьше|изданий поменьше|изданий поменьше}.}{topics? Нет ещё {topics}~{topics|темы поменьше|тем поменьше|тем поменьше}.}
= Share of each outlet’s {vote?stories/articles} with the topic, %. Blue: above the share of all outlets together, brown: below; its 95% interval leaves that out.
> Доля {vote?сюжетов/статей} каждого издания с этой темой, %. Синим: выше доли всех изданий вместе, коричневым: ниже; 95%-й интервал её не содержит.
= Matrix of dots, {rows} outlets by {columns} {columns|topic|topics}, larger for a larger share; {more?{what} in {who} is furthest from the share of all outlets/no share lies clearly off that of all outlets}.
> Матрица точек, изданий: {rows}, тем: {columns}, чем больше доля, тем больше точка; {more?дальше всего от доли всех изданий {what} в {who}/ни одна доля явно не отличается от доли всех изданий}.
= A quotation belongs to each topic of its article. Shown: topics with {topic} quotations or more, and of the speakers with {voice} or more those quoted on them.
> Цитата относится к каждой теме своей статьи. Показаны темы, где цитат не меньше {topic}, и те, кого в них цитировали, у кого цитат не меньше {voice}.
= Who was quoted on what
> Кого о чём цитировали
= Share of the quoted words in each topic’s articles, %.{tested? Blue: above the speaker’s share of all quoted words, brown: below; its 95% interval leaves that out.}
> Доля процитированных слов в статьях каждой темы, %.{tested? Синим: выше доли во всех процитированных словах, коричневым: ниже; 95%-й интервал её не содержит.}
= Matrix of dots, {rows} speakers by {columns} topics, larger for a larger share of the topic’s quoted words; the first row is {first}, the last {last}.
> Матрица точек, авторов: {rows}, тем: {columns}, чем больше доля процитированных слов темы, тем больше точка; первая строка — {first}, последняя — {last}.
= rank
> ранг
= quoted words
> процитированные слова
= Each dot is a speaker, by quoted words and rank. Both scales are logarithmic.
> Каждая точка — автор, по числу слов и рангу. Обе шкалы логарифмические.
= Scatter plot of {n} {n|speaker|speakers} by rank; the first, {name}, has {words} quoted words, the last {least}.
> Диаграмма рассеяния, авторов: {n}, по рангу; у первого, {name}, процитированных слов {words}, у последнего {least}.
= The steeper the fall, the more a few voices have. The first are named as far as there is room.
> Чем круче спад, тем больше у немногих. Первые подписаны, насколько хватает места.
= The ten quoted most
> Десять самых цитируемых
= Words without a speaker
> Слова без автора
= The balance week by week
> Баланс по неделям
= Share of the words with a speaker, and of all quoted words, %.{band? Band: 95% interval.}
> Доля слов, у которых есть автор, и всех процитированных слов, %.{band? Полоса: 95%-й интервал.}
= Two line charts over {n} weeks: the share of the ten quoted most, in the last week {top}, and of words without a speaker, {apart}.
> Два графика, недель: {n}: доля десяти самых цитируемых, в последнюю неделю {top}, и слов без автора, {apart}.
= A week with few people quoted is always more concentrated: ten have all where ten are quoted. Words without a speaker: speakers.csv.
> Неделя, где цитируют немногих, всегда сосредоточеннее: где процитированы десять, у десяти всё. Слова без автора: speakers.csv.
= As the roster has it. (unknown): quoted, but without a value there; (unattributed): nobody was found for the words.
> По списку людей. (unknown): цитируются, но значения там нет; (unattributed): автор не найден.
=  {n^} smaller {n|value is|values are} left out.
>  Нет ещё {n}~{n|значения|значений|значений} поменьше.
= Bars: {n} {n|value|values} of {column} by share of quoted words; the first is {name} with {share}{range}. Unknown: {unknown}.
> Столбцы: {n} {n|значение|значения|значений} столбца {column} по доле процитированных слов; первое — {name}, {share}{range}. Неизвестно: {unknown}.
= Whom outlets quote, by {column}
> Кого цитируют издания, по столбцу {column}
= Share of each outlet’s quoted words, %. The rest has no speaker.
> Доля процитированных слов каждого издания, %. У остальных нет автора.
= Heat map of {outlets} outlets by {values} {values|value|values}, darker for a larger share of the outlet’s quoted words.
> Тепловая карта, изданий: {outlets}, значений: {values}, темнее — больше доля процитированных слов издания.
= Intervals are in the table: of an outlet with few stories they are wide, or there is none.
> Интервалы — в таблице: у издания с немногими сюжетами они широки или их нет.
=  {n^} smaller {n|topic is|topics are} in topics.csv alone.
>  {n} {n|тема поменьше есть|темы поменьше есть|тем поменьше есть} только в topics.csv.
= {topic} {up?rises/falls} by {share} a week
> {topic}: {up?рост/спад} на {share} в неделю
= {up?{up^}~{up|topic|topics} rising{down?; {down#} falling}/{down^}~{down|topic|topics} falling}
> {up?{up}~{up|тема растёт|темы растут|тем растут}{down?; {down} падают}/{down}~{down|тема падает|темы падают|тем падают}}
= No clear trend over {n}~{n|week|weeks}
> Явного тренда за {n}~{n|неделю|недели|недель} нет
= {what}: {who} differs most
> {what}: больше всех отличается {who}
= {n^}~{n|person was|people were} quoted
> {n|Процитирован|Процитированы|Процитированы} {n}~{n|человек|человека|человек}
= Ten of {n}~people have {share} of the words with a speaker
> У десяти из {n} человек {share} слов, у которых есть автор
= Nobody was quoted twice
> Никого не процитировали дважды
= Everybody was quoted more than once
> Всех процитировали больше одного раза
= {once^} of {n}~people {once|was|were} quoted once
> {once} из {n} человек {once|процитирован|процитированы|процитированы} один раз
= {column^}: unknown for {share} of quoted words
> {column^}: неизвестно для {share} процитированных слов
= {column^}: {value} has {share} of quoted words
> {column^}: у {value} {share} процитированных слов
= {new?{new^}~{new|voice is|voices are} new{back?; {back#} {back|returns|return}}/{back?{back^}~{back|voice returns|voices return}/Nobody is new}}
> {new?{new}~{new|новый голос|новых голоса|новых голосов}{back?; {back} {back|вернулся|вернулись|вернулись}}/{back?{back}~{back|голос вернулся|голоса вернулись|голосов вернулись}/Новых голосов нет}}
= Of the words with a speaker: HHI is the sum of squared shares, 1 / HHI the effective number of voices, Gini how unequal the shares are. Intervals: jackknife over stories, on logarithms or logits, from 20 stories with a quotation. Shares by topic and by a roster’s column: the bootstrap of the speakers’ shares.
> По словам, у которых есть автор: HHI — сумма квадратов долей, 1 / HHI — эффективное число голосов, Джини — неравенство долей. Интервалы: джекнайф по сюжетам, на логарифмах или логитах, от 20 сюжетов с цитатой. Доли по темам и по столбцу списка людей: бутстреп, как у долей авторов.
= A slope is the change of a topic’s share from one week to the next: quasi-Poisson regression of its articles, with all articles as exposure, over complete weeks{report?; Mann-Kendall’s test and Theil-Sen’s slope stand beside it in trends.csv}. It is clear when its interval excludes 0, q is at most 0.05, and the slope with a level for each outlet goes clearly the same way, so that an outlet that falls silent is no trend. New levels are found by PELT on the counts.
> Наклон — изменение доли темы от недели к неделе: квазипуассоновская регрессия её статей с экспозицией по всем статьям, по полным неделям{report?; в trends.csv рядом тест Манна–Кендалла и наклон Тейла–Сена}. Он отчётлив, если интервал не содержит 0, q не больше 0,05 и наклон с отдельным уровнем для каждого издания отчётливо идёт туда же, чтобы замолчавшее издание не было трендом. Новые уровни ищет PELT по числу статей.
= The full report, weekly.pdf, has all topics, speakers and words, how each number was found, and the articles behind it.
> Полный отчёт, weekly.pdf, содержит все темы, цитируемых и слова, способ получения каждого числа и статьи, стоящие за ним.
= {name}, {side}
> {name}, {side}
= {a} and {b}
> {a} и {b}
= <{term}> marks {side}: {right} uses per million words {in_b} and {left} {in_a}{range}.
> <{term}> отличает: {side}; {right} употреблений на миллион слов {in_b} и {left} {in_a}{range}.
= of {n} {n|term|terms} compared differ clearly.
> из {n} {n|сравнённого слова|сравнённых слов|сравнённых слов} различаются явно.
= <{name}> differs most of {n} {n|topic|topics}: {right} of {vote?stories/articles} {in_b} and {left} {in_a} ({range} points).
> <{name}> различается больше всех из {n} {n|темы|тем|тем}: {right} {vote?сюжетов/статей} {in_b} и {left} {in_a} ({range} п. п.).
= is the largest difference, of <{name}>: {right} of {vote?stories/articles} {in_b} and {left} {in_a}. None of {n} {n|topic|topics} differs clearly (q~{q}).
> — наибольшая разность, тема <{name}>: {right} {vote?сюжетов/статей} {in_b} и {left} {in_a}. Из {n} {n|темы|тем|тем} ни одна не различается явно (q~{q}).
= <{name}> differs most of {n} {n|speaker|speakers}: {right} of quoted words {in_b} and {left} {in_a} ({range} points).
> <{name}> различается больше всех из {n} {n|цитируемого|цитируемых|цитируемых}: {right} процитированных слов {in_b} и {left} {in_a} ({range} п. п.).
= is the largest difference, of <{name}>: {right} of quoted words {in_b} and {left} {in_a}. None of {n} {n|speaker|speakers} differs clearly (q~{q}).
> — наибольшая разность, <{name}>: {right} процитированных слов {in_b} и {left} {in_a}. Из {n} {n|цитируемого|цитируемых|цитируемых} никто не различается явно (q~{q}).
= {a}: {value}
> {a}: {value}
= {n_b^}~{n_b|article|articles} {in_b}{days? ({days})}, against {n_a} {in_a}. A difference is what {b} has more than {a}; it is called clear only where its 95%~interval excludes zero and q~≤~0.05 ({@method|method: page~|method}).
> {n_b^}~{n_b|статья|статьи|статей} {in_b}{days? ({days})}, против {n_a} {in_a}. Разность: {b} минус {a}; явной она называется, только если её 95-процентный интервал не содержит нуля и q~≤~0,05 ({@method|метод: страница~|метод}).
= An interval needs at least {least} {vote?stories/articles} on each side; there are {n_a} and {n_b}.
> Для интервала нужно не менее {least} {vote?сюжетов/статей} с каждой стороны; есть {n_a} и {n_b}.
= There are too few weeks to know how much weeks differ anyway, so nothing is called a clear difference.
> Недель слишком мало, чтобы знать, насколько они различаются и без того, поэтому ни одна разность не называется явной.
= Shares lead to their articles. Trend: change of the share from one whole week to the next; compare.csv has its interval.
> Доли ведут к своим статьям. Тренд: изменение доли от одной полной недели к следующей; его интервал — в compare.csv.
= Shares lead to their articles. There is no trend: it needs 8 whole weeks up to the side’s last.
> Доли ведут к своим статьям. Тренда нет: для него нужно 8 полных недель до последней недели стороны.
= {n?{n}~{n|topic|topics} compared, {clear} {clear|differs|differ} clearly. Difference: {b} less {a}, in points/Topics were not compared}.
> {n?Сравнено тем: {n}, явно различаются: {clear}. Разность: {b} минус {a}, в п. п./Темы не сравнивались.}
= Speakers of both sides
> Цитируемые обеих сторон
= {n?{n}~{n|speaker|speakers} compared, {clear} {clear|differs|differ} clearly/Speakers were not compared}. Words and shares of what is quoted.
> {n?Сравнено цитируемых: {n}, явно различаются: {clear}/Цитируемые не сравнивались}. Слова и доли процитированного.
= Terms that set the sides apart
> Слова, отличающие стороны
= Uses
> Число
= Uses and rates per million words, by keyness (G²). {n?{n}~{n|term|terms} compared, {clear} {clear|differs|differ} clearly/Terms were not compared}.
> Число и частота на миллион слов, по ключевости (G²). {n?Сравнено слов: {n}, явно различаются: {clear}/Слова не сравнивались}.
= Quoted words
> Процитированных слов
= What either side holds
> Что есть у каждой стороны
= The {shown} largest of {all}.
> {shown} крупнейших из {all}.
= How two sides are compared
> Как сравниваются две стороны
= A difference is {b} less {a}; of a term, the ratio of the two rates. It is called clear only when its 95% interval excludes 0 and its q is at most 0.05, the false discovery rate after Benjamini and Hochberg over all topics, all speakers or all terms compared. Weeks differ by more than chance, so each test must also stand out from how much they do (their dispersion, moderated over all series; the larger p of a quasi-likelihood F test and of a beta-binomial one).
> Разность: {b} минус {a}, у слова — отношение двух частот. Явной она называется, только если её 95-процентный интервал не содержит 0 и q не больше 0,05: доля ложных открытий по Бенджамини и Хохбергу по всем сравнённым темам, цитируемым или словам. Недели различаются сильнее случайного, поэтому каждый критерий должен выделяться и на фоне этих различий (их дисперсия, сглаженная по всем рядам; большее p из F-критерия квазиправдоподобия и бета-биномиального).
=  That is known here from {n}~{n|whole week|whole weeks} of the two {store?stores/outlets}, each held against its own level. What the {store?stores hold/outlets write about} differs for many reasons; the difference says nothing of why.
>  Здесь это известно по полным неделям двух {store?собраний/изданий} (их {n}), каждое относительно собственного уровня. То, о чём {store?говорят статьи собраний/пишут издания}, различается по многим причинам; разность не говорит почему.
=  That is known here from {n}~{n|whole week|whole weeks}: the weeks within either side, and the set’s other weeks, held against the level they have together. A change that went on through these weeks widens them, so that differences are found less often, not more. Of several outlets, the difference within outlets (Mantel and Haenszel) must agree with p at most 0.05.
>  Здесь это известно по полным неделям (их {n}): неделям внутри каждой стороны и прочим неделям набора относительно их общего уровня. Изменение, шедшее через эти недели, увеличивает их разброс, так что разности находятся реже, а не чаще. При нескольких изданиях разность внутри изданий (Мантель и Хензель) должна согласоваться при p не больше 0,05.
=  {any?Compared were {topics}~{topics|topic|topics}, {speakers}~{speakers|speaker|speakers} and {terms}~{terms|term|terms}/Nothing could be compared}. Whoever exchanges the sides finds the same differences turned around. A trend is a quasi-Poisson slope over {weeks?the {store?store/outlet}’s own whole weeks/the whole weeks up to and with that side}, 8 of them at least.
>  {any?Сравнено тем: {topics}, цитируемых: {speakers}, слов: {terms}/Сравнить ничего не удалось}. Если поменять стороны местами, разности будут теми же с обратным знаком. Тренд — наклон квазипуассоновской регрессии {weeks?по собственным полным неделям {store?собрания/издания}/по полным неделям до этой стороны включительно}, не менее 8.
= {up?More {in_b}: {up}}{both?; }{down?{both?more/More} {in_a}: {down}}
> {up?Больше {in_b}: {up}}{both?; }{down?{both?больше/Больше} {in_a}: {down}}
= Nothing is drawn: neither side has a topic.
> Ничего не нарисовано: ни у одной стороны нет темы.
= No topic differs clearly
> Ни одна тема не различается явно
= Topics were not compared
> Темы не сравнивались
= Share of {vote?stories/articles} by topic, %: {a} on the left, {b} on the right.
> Доля {vote?сюжетов/статей} по темам, %: слева {a}, справа {b}.
= Slope chart of {n}~{n|topic|topics}, {a} against {b}. Largest: {name}, {left} and {right}.
> График наклонов, тем: {n}; {a} и {b}. Крупнейшая: {name}, {left} и {right}.
= {n?Coloured where the difference is clear ({n} compared)/Nothing is coloured, since nothing was compared}.{more? The {shown} largest of {all}.}
> {n?Цветом — где разность явна (сравнено {n})/Ничто не выделено цветом: ничто не сравнивалось}.{more? {shown} крупнейших из {all}.}
= Share of {vote?stories/articles} {several?in the {window} weeks up to each/each week}, %. Brown: {a}. Blue: {b}.{others? Grey: all weeks of the set.} Beside each name: what either side has altogether.
> Доля {vote?сюжетов/статей} {several?за {window|неделю|{window} недели|{window} недель} до каждой включительно/по неделям}, %. Коричневым: {a}. Синим: {b}.{others? Серым: все недели набора.} Рядом с названием: что у каждой стороны всего.
= Lines of share by week over {n} {n|week|weeks} for {topics} topics, one of {a} and one of {b} in each panel.
> Линии доли по неделям (недель: {n}), тем: {topics}; в каждом поле две линии: {a} и {b}.
= Whole weeks alone; a gap is a week without articles. A dot is a week by itself.
> Только полные недели; разрыв — неделя без статей. Точка — отдельная неделя.
= {up?{up} marks {b}}{both?, }{down?{down} marks {a}}
> {up?{b}: {up}}{both?; }{down?{a}: {down}}
= How many times more (×) or less (÷) often {in_b} than {in_a}; log scale. Line: 95% interval.
> Во сколько раз чаще (×) или реже (÷) {in_b}, чем {in_a}; логарифмическая шкала. Линия: 95-процентный интервал.
= Nobody to show
> Показать некого
= Nothing is drawn: neither side quotes anybody by name.
> Ничего не нарисовано: ни одна сторона не цитирует никого по имени.
= No quotation of either side has a speaker.
> Ни у одной цитаты обеих сторон нет автора.
= No speaker’s share differs clearly
> Ничья доля не различается явно
= Speakers were not compared
> Цитируемые не сравнивались
= Share of quoted words, %. Dot: {b}. Bar: 95% interval. Tick: {a}.
> Доля процитированных слов, %. Точка: {b}. Полоса: 95-процентный интервал. Штрих: {a}.
= Dot chart of {n}~{n|speaker|speakers} by share of quoted words. First: {name}, {right} {in_b} and {left} {in_a}.
> Точечный график: {n}~{n|цитируемый|цитируемых|цитируемых} по доле процитированных слов. Первым: {name}, {right} {in_b} и {left} {in_a}.
=  Ranges are 95%~intervals{claim?; a change is called one only where the interval of the difference excludes zero and q~≤~0.05}.
>  Диапазоны — 95%-е интервалы{claim?; изменением называется только то, где интервал разницы не содержит нуля и q~≤~0,05}.
= Trend
> Тренд
= Ratio
> Отношение
= Week~{week}{year? of {year}}
> Неделя~{week}{year? {year}~года}
= week~{week}{year? of {year}}
> неделя~{week}{year? {year}~года}
= in week~{week}{year? of {year}}
> на неделе~{week}{year? {year}~года}
= over {days}
> за {days}
= in {outlet}
> в издании {outlet}
= against {side}
> против: {side}
= Bars of log ratios with intervals: {n} {n|term|terms}, from {first} down to {last}; to the right what {b} uses more, to the left what {a} does.
> Столбцы логарифмов отношений с интервалами, слов: {n}, от {first} до {last}; справа то, что чаще у стороны «{b}», слева — у стороны «{a}».
= in {year}
> в {year}~году
# The topics of the dictionary that comes with broadsheet.
= Arts and media
> Культура и СМИ
= film and television
> кино и телевидение
= music
> музыка
= books and literature
> книги и литература
= stage and visual arts
> театр и изобразительное искусство
= heritage
> культурное наследие
= news media
> новостные СМИ
= Conflict and security
> Конфликты и безопасность
= war and armed conflict
> война и вооружённые конфликты
= armed forces and defence
> вооружённые силы и оборона
= terrorism and insurgency
> терроризм и повстанцы
= civil unrest
> беспорядки
= peace and intelligence
> мирные переговоры и разведка
= Crime and justice
> Преступность и право
= policing
> работа полиции
= violent crime
> насильственные преступления
= theft fraud and trafficking
> кражи, мошенничество и контрабанда
= courts
> суды
= sentencing and prisons
> приговоры и тюрьмы
= Disasters
> Катастрофы
= natural disasters
> стихийные бедствия
= fires and explosions
> пожары и взрывы
= transport accidents
> транспортные аварии
= other accidents
> другие аварии
= rescue and relief
> спасение и помощь
= Economy and business
> Экономика и бизнес
= economy
> экономика
= markets and finance
> рынки и финансы
= companies
> компании
= trade and industry
> торговля и промышленность
= property
> недвижимость
= Education
> Образование
= schools
> школы
= teaching and learning
> преподавание и учёба
= higher education
> высшее образование
= exams and standards
> экзамены и стандарты
= Environment and climate
> Экология и климат
= climate change
> изменение климата
= energy transition
> энергетический переход
= pollution and waste
> загрязнение и отходы
= nature and wildlife
> природа и животный мир
= environmental policy
> экологическая политика
= Health
> Здоровье
= diseases and conditions
> болезни
= epidemics and vaccination
> эпидемии и вакцинация
= healthcare
> здравоохранение
= medicine and treatment
> медицина и лечение
= mental and public health
> психическое и общественное здоровье
= Human interest
> Люди и судьбы
= celebrities
> знаменитости
= royalty
> монархи
= feats and oddities
> рекорды и курьёзы
= milestones and tributes
> юбилеи и почести
= animals and pets
> животные
= Labour
> Труд
= employment
> занятость
= workers
> работники
= pay and benefits
> зарплаты и льготы
= unions and disputes
> профсоюзы и трудовые споры
= workplace
> рабочее место
= Lifestyle and leisure
> Стиль жизни и досуг
= food and drink
> еда и напитки
= travel and tourism
> путешествия и туризм
= fashion and beauty
> мода и красота
= home garden and hobbies
> дом, сад и увлечения
= going out and wellbeing
> отдых и самочувствие
= Politics and government
> Политика и власть
= elections
> выборы
= parliaments and lawmaking
> парламенты и законы
= executive government
> исполнительная власть
= parties and ideologies
> партии и идеологии
= local government
> местная власть
= diplomacy
> дипломатия
= Religion
> Религия
= general
> общее
= christianity
> христианство
= islam
> ислам
= judaism
> иудаизм
= other faiths
> другие религии
= Science and technology
> Наука и техника
= research
> исследования
= space
> космос
= computing and internet
> компьютеры и интернет
= devices and industry
> устройства и отрасль
= Society
> Общество
= migration and population
> миграция и население
= equality and rights
> равенство и права
= poverty and welfare
> бедность и социальная помощь
= charity and community
> благотворительность и сообщества
= family and age groups
> семья и поколения
= Sport
> Спорт
= sports
> виды спорта
= competitions and leagues
> соревнования и лиги
= play and results
> игра и результаты
= clubs and players
> клубы и игроки
= Weather
> Погода
= forecasts and services
> прогнозы и метеослужбы
= rain and storms
> дожди и бури
= wind cloud and fog
> ветер, облака и туман
= snow and cold
> снег и холод
= heat and drought
> жара и засуха
