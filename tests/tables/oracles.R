# Writes oracles.inc: values by R for test_oracles.c; needs R, and limma for one table.
#   Rscript tests/tables/oracles.R | cmp - tests/tables/oracles.inc
# Made with R 4.2.2 and limma 3.54.1 (Debian 12: r-base-core, r-bioc-limma).
suppressPackageStartupMessages(library(limma))
row <- function(...) {
  x <- list(...)
  cat("{", paste(vapply(x, function(v) if (is.character(v)) v else paste(sprintf("%.17g", v), collapse = ", "),
                        ""), collapse = ", "), "},\n", sep = "")
}
table <- function(name) cat("#endif\n#ifdef TABLE_", name, "\n", sep = "")
# Knuth's MMIX generator would need 64 bits: a small one serves to pick cases.
state <- 20251126
draw <- function(below) { state <<- (state * 69069 + 1) %% 2^32; floor(state / 2^32 * below) }

cat("/* Made by tests/tables/oracles.R with R", sub("^R version ([0-9.]+).*", "\\1", R.version.string), "*/\n")
cat("#ifdef TABLE_PROPORTIONS\n")
for (i in 1:20) {
  n <- 15 + draw(800); k <- draw(n + 1)
  if (i == 1) k <- 0
  if (i == 2) k <- n
  w <- suppressWarnings(prop.test(k, n, correct = FALSE)$conf.int)
  row(paste0("{", k, "U, ", n, "U}"), w, binom.test(k, n)$conf.int)
}
table("COUNTS")
for (k in c(0, 1, 2, 3, 5, 8, 12, 20, 47, 191, 1000, 12345)) row(paste0(k, "U"), poisson.test(k)$conf.int)
table("RATIOS")
for (i in 1:10) {
  a <- draw(200); b <- 1 + draw(200); m <- 100 + draw(1000); n <- 100 + draw(1000)
  t <- poisson.test(c(a, b), c(m, n))
  row(paste0("{", a, "U, ", m, "}, {", b, "U, ", n, "}"), t$conf.int, t$p.value)
}
table("KEYNESS")
for (i in 1:15) {
  c1 <- 500 + draw(90000); d1 <- 500 + draw(90000); a <- 1 + draw(120); b <- 1 + draw(120)
  m <- matrix(c(a, b, c1 - a, d1 - b), 2); e <- outer(rowSums(m), colSums(m)) / sum(m)
  g <- 2 * sum(m * log(m / e))
  row(paste0("{", a, "U, ", b, "U}, {", c1, "U, ", d1, "U}"), g, pchisq(g, 1, lower.tail = FALSE),
      suppressWarnings(chisq.test(m, correct = FALSE)$statistic), suppressWarnings(chisq.test(m)$statistic),
      fisher.test(m)$p.value)
}
table("ADJUSTED")
p <- c(.0001, .0004, .0019, .0095, .0201, .0278, .0298, .0344, .0459, .3240, .4262, .5719, .6528, .7590, 1)
for (i in seq_along(p)) row(p[i], p.adjust(p, "BH")[i], p.adjust(p, "BY")[i])
table("SLOPES")
tight <- glm.control(epsilon = 1e-15, maxit = 100)
for (i in 1:6) {
  n <- 8 + 4 * i; t <- 0:(n - 1); e <- 1000 + sapply(t, function(x) draw(500)); y <- sapply(t, function(x) 2 + draw(10 * i))
  m <- glm(y ~ t + offset(log(e)), poisson, control = tight); x <- cbind(1, t); mu <- exp(x %*% coef(m)) * e
  # summary() takes the weights of the last but one step: right to 8 digits only.
  error <- sqrt(diag(solve(crossprod(x * sqrt(c(mu)))))); phi <- sum((y - mu)^2 / mu) / (n - 2)
  row(n, paste0("{", paste0(y, collapse = ", "), "}"), paste0("{", paste0(e, collapse = ", "), "}"),
      coef(m)[1], error[1], coef(m)[2], error[2], deviance(m), phi, error[2] * sqrt(phi),
      2 * pt(-abs(coef(m)[2] / error[2] / sqrt(phi)), n - 2))
}
table("SPREADS")
f.test <- function(x, n, y, m, phi, d) {
  s <- (x + y) / (n + m); k <- c(x, y); o <- c(n, m)
  pf(2 * sum(k * log(k / (o * s)), (o - k) * log((o - k) / (o * (1 - s)))) / phi, 1, d, lower.tail = FALSE)
}
skewed <- function(x, n, y, m, phi) {
  s <- (x + y) / (n + m); g <- phi * (1 - s) - 1; h <- x + y; k <- 0:h
  w <- if (g <= 0) dbinom(k, h, n / (n + m)) else
    exp(lchoose(h, k) + lbeta(k + s * n / g, h - k + s * m / g) - lbeta(s * n / g, s * m / g))
  min(1, 2 * if (x > s * n) sum(w[k >= x]) else sum(w[k <= x]))
}
for (i in 1:12) {
  n <- 100 + draw(400); m <- 1000 + draw(5000); x <- 1 + draw(60); y <- 1 + draw(300)
  phi <- 1 + draw(400) / 100; d <- 3 + draw(60)
  if (i == 1) phi <- 1
  row(paste0("{", x, "U, ", n, "U}, {", y, "U, ", m, "U}, {", phi, ", ", d, ", 0}"),
      max(f.test(x, n, y, m, phi, d), skewed(x, n, y, m, phi)))
}
table("MODERATED")
d <- rep(c(4, 11, 11, 11), 4); v <- sapply(1:16, function(i) (20 + draw(500)) / 100)
q <- squeezeVar(v, d)
for (i in 1:16) row(v[i], d[i], q$var.post[i], d[i] + q$df.prior)
table("DIFFERENCES")
wilson <- function(k, n, t, phi) { n <- n / phi; p <- k / phi / n
  (p + t^2 / (2 * n) + c(-1, 1) * t * sqrt(p * (1 - p) / n + t^2 / (4 * n^2))) / (1 + t^2 / n) }
for (i in 1:8) {
  n <- 20 + draw(300); m <- 200 + draw(3000); x <- 1 + draw(n - 1); y <- 1 + draw(m - 1)
  phi <- 1 + draw(300) / 100; d <- 2 + draw(50); t <- qt(.975, d); a <- wilson(x, n, t, phi); b <- wilson(y, m, t, phi)
  g <- x / n - y / m
  row(paste0("{", x, "U, ", n, "U}, {", y, "U, ", m, "U}, {", phi, ", ", d, "}"),
      g - sqrt((x / n - a[1])^2 + (b[2] - y / m)^2), g + sqrt((a[2] - x / n)^2 + (y / m - b[1])^2))
}
table("JUDGED")
for (i in 1:6) {
  m <- 4 + draw(400) / 10; base <- m * (1 + draw(20) / 100); phi <- 1 + draw(300) / 100; d <- 5 + draw(60)
  y <- ceiling(m) + draw(30); v <- base * phi; se <- 2 / 3 * sqrt(v) * m^(-1 / 3)
  nb <- pnbinom(y - 1, size = m * (m / v) / (1 - m / v), prob = m / v, lower.tail = FALSE)
  row(m, base, phi, d, paste0(y, "U"), max(nb, pt((y^(2 / 3) - m^(2 / 3)) / se, d, lower.tail = FALSE)),
      max(qnbinom(.995, size = m * (m / v) / (1 - m / v), prob = m / v),
          floor((m^(2 / 3) + qt(.995, d) * se)^1.5)))
}
table("NEXT")
for (i in 1:6) {
  n <- 13; lambda <- if (i <= 3) 1 else .3
  e <- 100 + sapply(1:n, function(x) draw(60)); y <- 5 + sapply(1:n, function(x) draw(8 * i)); y[n] <- y[n] + 10
  b <- 1:(n - 1); u <- sum(y[b]) / sum(e[b]); x <- y / e; z <- (x[b] - u) / sqrt(u / e[b])
  s2 <- max(1, (mean(abs(diff(z))) * sqrt(pi) / 2)^2, sum(z^2) / (n - 2))
  w <- lambda * (1 - lambda)^((n - 1):0); part <- w; part[b] <- w[b] - sum(w) * e[b] / sum(e[b])
  v <- sum(part^2 * s2 * u / e); k3 <- sum(part^3 * s2 * (2 * s2 - 1) * u / e^2)
  seen <- sum(w * (x - u)); k <- 4 / (k3 / v^1.5)^2
  row(lambda, paste0("{", paste0(y, collapse = ", "), "}"), paste0("{", paste0(e, collapse = ", "), "}"), u * e[n],
      max(0, (u + (3 * sqrt(v) - sum(w[b] * (x[b] - u))) / lambda) * e[n]),
      max(pt(seen / sqrt(v), .6 * (n - 2), lower.tail = FALSE),
          if (k3 > 0) pgamma(max(0, k + seen / sqrt(v) * sqrt(k)), k, lower.tail = FALSE) else 0))
}
cat("#endif\n")
