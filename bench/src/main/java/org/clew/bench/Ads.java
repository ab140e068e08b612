package org.clew.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/// A list of made-up advertisements with the truth in three columns: which template each was made
/// from (`cluster`), the phone it holds in E.164, and how that phone is written. The same seed
/// gives the same bytes. Rates are in `bench/README.md`.
final class Ads {
  private static final int CITIES = 120;
  private static final int NAMES = 400;
  private static final int STOCK_PHRASES = 300;
  private static final int MOST_ADS = 300;
  private static final double ALONE = 0.35;
  private static final double STOCK = 0.35;
  private static final double BORROWED = 0.1;
  private static final double WITH_PHONE = 0.85;
  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);

  private final SplittableRandom random;
  private final AdWords words;
  private final AdPhones phones;
  private final List<List<String>> stock = new ArrayList<>();
  private final List<List<String>> seen = new ArrayList<>();

  /// What the ads of one advertiser are made from.
  private static final class Template {
    final int number;
    final List<List<String>> sentences = new ArrayList<>();
    final List<String> phones = new ArrayList<>();
    final int name;
    int city;
    LocalDate day;
    int left;

    Template(int number, int name, int city, LocalDate day, int left) {
      this.number = number;
      this.name = name;
      this.city = city;
      this.day = day;
      this.left = left;
    }
  }

  private Ads(long seed) {
    random = new SplittableRandom(seed);
    words = new AdWords(random);
    phones = new AdPhones(random);
    for (int i = 0; i < STOCK_PHRASES; i++) {
      stock.add(words.sentence(3, 8));
    }
  }

  static void write(Path file, int rows, long seed) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("id,text,city,day,cluster,phone,kind\n");
      new Ads(seed).write(out, rows);
    }
  }

  /// Ads of one template do not stand together: templates wait in a pool from which they are drawn.
  private void write(Writer out, int rows) throws IOException {
    Template[] pool = new Template[Math.min(rows, 5_000)];
    int templates = 0;
    for (int row = 0; row < rows; row++) {
      int at = random.nextInt(pool.length);
      if (pool[at] == null || pool[at].left == 0) {
        pool[at] = template(templates++);
      }
      pool[at].left--;
      ad(out, row, pool[at]);
    }
  }

  private Template template(int number) {
    int ads = random.nextDouble() < ALONE ? 1 : (int) (2 / Math.pow(random.nextDouble(), 0.7));
    var template =
        new Template(
            number,
            words.zipf(NAMES),
            words.zipf(CITIES),
            FIRST_DAY.plusDays(random.nextInt(300)),
            Math.min(MOST_ADS, ads));
    int sentences = random.nextInt(5, 11);
    for (int i = 0; i < sentences; i++) {
      template.sentences.add(
          random.nextDouble() < STOCK
              ? stock.get(words.zipf(STOCK_PHRASES))
              : words.sentence(5, 12));
    }
    if (random.nextDouble() < BORROWED && !seen.isEmpty()) {
      template.sentences.set(0, seen.get(random.nextInt(seen.size())));
      template.sentences.set(1, seen.get(random.nextInt(seen.size())));
    }
    seen.add(template.sentences.get(random.nextInt(sentences)));
    for (int i = random.nextInt(1, 4); i > 0; i--) {
      template.phones.add(phones.number());
    }
    return template;
  }

  private void ad(Writer out, int row, Template template) throws IOException {
    if (random.nextDouble() < 0.2) {
      template.city = words.zipf(CITIES);
      template.day = template.day.plusDays(random.nextInt(1, 10));
    }
    List<String> parts = new ArrayList<>();
    for (List<String> sentence : template.sentences) {
      if (random.nextDouble() >= 0.06) {
        parts.add(words.edited(sentence));
      }
    }
    if (random.nextDouble() < 0.1 && parts.size() > 1) {
      Collections.swap(parts, 0, parts.size() - 1);
    }
    parts.add(0, "%s in %s".formatted(words.name(template.name), words.city(template.city)));
    if (random.nextDouble() < 0.15) {
      parts.add(String.join(" ", words.sentence(4, 9)));
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      parts.add(random.nextInt(1, parts.size() + 1), phones.decoy());
    }
    String phone = "";
    String kind = "";
    if (random.nextDouble() < WITH_PHONE) {
      phone = template.phones.get(random.nextInt(template.phones.size()));
      AdPhones.Kind how = phones.kind();
      kind = how.name().toLowerCase(Locale.ROOT);
      parts.add(random.nextInt(1, parts.size() + 1), phones.written(phone, how));
    }
    String text = words.decorated(parts);
    out.write(
        "a%d,\"%s\",%s,%s,%d,%s,%s%n"
            .formatted(
                row,
                text.replace("\"", "\"\""),
                words.city(template.city),
                template.day,
                template.number,
                phone,
                kind));
  }
}
