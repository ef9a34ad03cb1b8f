"""Dates of the forms that dates.h lists, and their instants by Python's datetime and email.utils.

A line is {text, day in UTC, instant}; the instant is -1 where the text has no time.
"""
from datetime import datetime, timedelta, timezone
from email.utils import format_datetime, parsedate_to_datetime
from zoneinfo import ZoneInfo

UTC = timezone.utc
MOMENTS = [
    datetime(2025, 11, 27, 14, 5, 0),
    datetime(2024, 2, 29, 23, 59, 59),
    datetime(2021, 1, 3, 0, 30, 15),
    datetime(1999, 12, 31, 12, 0, 0),
    datetime(2026, 7, 4, 9, 9, 9),
    datetime(2020, 12, 28, 8, 0, 1),
]
OFFSETS = [0, 60, -300, 330, -210, 765]
MONTHS = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "bg": "януари февруари март април май юни юли август септември октомври ноември декември",
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "cs": "ledna února března dubna května června července srpna září října listopadu prosince",
}
WEEKDAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "it": "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    "ru": "понедельник вторник среда четверг пятница суббота воскресенье",
}
FORMS = {
    "en": "{w}, {d} {m} {y}", "de": "{w}, {d}. {m} {y}", "fr": "{w} {d} {m} {y}",
    "es": "{w}, {d} de {m} de {y}", "it": "{w} {d} {m} {y}", "ru": "{w}, {d} {m} {y} г.",
    "pt": "{d} de {m} de {y}", "nl": "{d} {m} {y}", "uk": "{d} {m} {y} року", "bg": "{d} {m} {y} г.",
    "pl": "{d} {m} {y} r.", "cs": "{d}. {m} {y}",
}


def row(text, moment, timed=True):
    """One line of the table; the moment knows its zone."""
    moment = moment.astimezone(UTC)
    instant = int(moment.timestamp()) if timed else -1
    print(f'{{"{text}", "{moment:%Y-%m-%d}", {instant}}},')


def by_mail(text):
    """A row whose value is what email.utils reads."""
    row(text, parsedate_to_datetime(text))


for moment in MOMENTS:
    for minutes in OFFSETS:
        placed = moment.replace(tzinfo=timezone(timedelta(minutes=minutes)))
        by_mail(format_datetime(placed))
        row(placed.isoformat(), placed)
        row(placed.strftime("%Y%m%dT%H%M%S%z"), placed)
        row(placed.strftime("%Y-%m-%d %H:%M:%S ") + placed.strftime("%z"), placed)
    placed = moment.replace(tzinfo=UTC)
    year, week, weekday = placed.isocalendar()
    row(f"{year}-W{week:02}-{weekday}T{placed:%H:%M:%S}Z", placed)
    row(f"{year}W{week:02}{weekday}T{placed:%H%M%S}Z", placed)
    row(f"{year}-W{week:02}-{weekday}", placed, False)
    row(placed.strftime("%Y-%jT%H:%M:%SZ"), placed)
    row(placed.strftime("%Y%j"), placed, False)
    row(str(int(placed.timestamp())).zfill(10), placed)
    row(placed.strftime("%Y-%m-%dT%H:%M:%S.123456Z"), placed)
    row(placed.strftime("%Y-%m-%d %H:%M:%S+00"), placed)
    row(placed.strftime("%a %b %d %H:%M:%S %Y"), placed)
    row(placed.strftime("%d/%b/%Y:%H:%M:%S +0000"), placed)
    row(placed.strftime("%d-%b-%Y"), placed, False)
    by_mail(placed.strftime("%d %b %y %H:%M GMT"))
    by_mail(placed.strftime("%a, %d %b %y %H:%M:%S EST"))
    by_mail(placed.strftime("%a, %d %b %Y %H:%M:%S PDT"))
    eastern = moment.replace(second=0, tzinfo=ZoneInfo("America/New_York"))
    hour = eastern.hour % 12 or 12
    half = "PM" if eastern.hour >= 12 else "AM"
    row(f"Updated {hour}:{eastern:%M} {half} ET, {eastern:%a %B} {eastern.day}, {eastern.year}", eastern)
    row(f"{eastern:%B} {eastern.day}, {eastern.year} at {hour}:{eastern:%M} {half.lower()} ET", eastern)
    if moment.day > 12:
        row(placed.strftime("%d/%m/%Y"), placed, False)
        row(placed.strftime("%m/%d/%Y"), placed, False)
        row(placed.strftime("%m/%d/%Y %H:%M:%S"), placed)
    for language, form in FORMS.items():
        names = WEEKDAYS.get(language, "").split() or [""] * 7
        text = form.format(w=names[moment.weekday()], d=moment.day,
                           m=MONTHS[language].split()[moment.month - 1], y=moment.year)
        row(text, placed, False)
        row(text + placed.strftime(", %H:%M:%S"), placed)
for language, names in MONTHS.items():
    for month, name in enumerate(names.split()):
        row(f"5 {name} 2023", datetime(2023, month + 1, 5, tzinfo=UTC), False)
        row(f"5 {name.upper()} 2023", datetime(2023, month + 1, 5, tzinfo=UTC), False)
