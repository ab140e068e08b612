package org.clew.linkage.spark;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// What a job was told.
///
/// @param threshold bits from which rows are linked; empty for the model's
/// @param region ISO 3166 alpha-2 code; empty for the model's
/// @param partitions into how many parts each step is cut; empty for Spark's own setting
/// @param sample about how many rows are learned from where there is no model yet
/// @param rename whether columns of the input that are called like ours become `input_…`
record JobOptions(
    String input,
    String out,
    Optional<String> model,
    OptionalDouble threshold,
    Optional<String> region,
    Optional<String> id,
    Optional<Integer> partitions,
    int sample,
    long seed,
    Optional<Charset> encoding,
    Optional<Character> delimiter,
    boolean rename) {

  static final String USAGE =
      """
      Usage: spark-submit --class org.clew.linkage.spark.LinkJob clew-linkage-spark.jar \\
               --input LIST.csv --model MODEL.json --out FOLDER [OPTION…]

        --input PATH      a CSV file, or a folder whose *.csv are parts of one list, in the order of their names
        --model FILE      what was learned, as ./clew link … --model writes it. Where there is no such file it is
                          learned from a sample of the list and written
        --out FOLDER      must not exist; gets part-*.csv: every row and column of the input, in its order, with
                          entity_id, match_weight and match_probability
        --threshold BITS  the weight from which rows are linked, or auto (the default): the model's
        --id COLUMN       identifies a row; unique, never compared. Default: the row's number
        --region CC       country whose national phone numbers and dates are meant. Default: the model's
        --partitions N    into how many parts each step is cut. Default: spark.sql.shuffle.partitions
        --sample ROWS     about how many rows are learned from where there is no model yet (250000)
        --seed N          what is drawn by lot (1)
        --rename          rename columns of the input that are called like ours to input_…
        --delimiter C     what stands between cells; --encoding NAME: how the text is written. Default: found out

      Exit codes: 0 done, 2 usage, 3 bad input.""";

  private static final String RENAME = "--rename";
  private static final Set<String> VALUED =
      Set.of(
          "--input",
          "--model",
          "--out",
          "--threshold",
          "--id",
          "--region",
          "--partitions",
          "--sample",
          "--seed",
          "--delimiter",
          "--encoding");
  private static final int MOST_PARTITIONS = 1_000_000;
  private static final int MOST_SAMPLE = 10_000_000;

  static JobOptions read(List<String> words) {
    Map<String, String> said = new HashMap<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      int equals = word.indexOf('=');
      String name = equals < 0 ? word : word.substring(0, equals);
      String value = equals < 0 ? "" : word.substring(equals + 1);
      if (VALUED.contains(name) && equals < 0) {
        i++;
        if (i == words.size()) {
          throw JobEnding.usage("%s needs a value.".formatted(name));
        }
        value = words.get(i);
      } else if (!VALUED.contains(name) && !word.equals(RENAME)) {
        throw JobEnding.usage("There is no option %s.\n\n%s".formatted(word, USAGE));
      }
      if (said.put(name, value) != null) {
        throw JobEnding.usage("%s was given more than once.".formatted(name));
      }
    }
    return of(said);
  }

  private static JobOptions of(Map<String, String> said) {
    return new JobOptions(
        demand(said, "--input"),
        demand(said, "--out"),
        Optional.ofNullable(said.get("--model")),
        threshold(said.getOrDefault("--threshold", "auto")),
        Optional.ofNullable(said.get("--region")).map(JobOptions::region),
        Optional.ofNullable(said.get("--id")),
        Optional.ofNullable(said.get("--partitions"))
            .map(each -> (int) number("--partitions", each, 1, MOST_PARTITIONS)),
        (int) number("--sample", said.getOrDefault("--sample", "250000"), 1_000, MOST_SAMPLE),
        number("--seed", said.getOrDefault("--seed", "1"), Long.MIN_VALUE, Long.MAX_VALUE),
        Optional.ofNullable(said.get("--encoding")).map(JobOptions::charset),
        Optional.ofNullable(said.get("--delimiter")).map(JobOptions::delimiter),
        said.containsKey(RENAME));
  }

  private static String demand(Map<String, String> said, String name) {
    String value = said.get(name);
    if (value == null || value.isBlank()) {
      throw JobEnding.usage("%s is missing.\n\n%s".formatted(name, USAGE));
    }
    return value;
  }

  private static OptionalDouble threshold(String said) {
    if (said.equals("auto")) {
      return OptionalDouble.empty();
    }
    try {
      double bits = Double.parseDouble(said);
      if (Double.isFinite(bits)) {
        return OptionalDouble.of(bits);
      }
    } catch (NumberFormatException _) {
      // said below
    }
    throw JobEnding.usage("--threshold takes a number of bits, or auto.");
  }

  private static long number(String name, String said, long least, long most) {
    try {
      long number = Long.parseLong(said);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException _) {
      // said below
    }
    throw JobEnding.usage("%s takes a whole number from %d to %d.".formatted(name, least, most));
  }

  private static String region(String said) {
    String region = said.toUpperCase(Locale.ROOT);
    if (!Set.of(Locale.getISOCountries()).contains(region)) {
      throw JobEnding.usage("--region takes a country code of two letters, such as GB.");
    }
    return region;
  }

  private static Charset charset(String said) {
    try {
      return Charset.forName(said);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
      throw JobEnding.usage("--encoding takes a name such as UTF-8 or windows-1252.");
    }
  }

  private static char delimiter(String said) {
    String one = said.equals("\\t") || said.equalsIgnoreCase("tab") ? "\t" : said;
    if (one.length() != 1 || one.charAt(0) > '~' || "\"\n\r".contains(one)) {
      throw JobEnding.usage("--delimiter takes one character of ASCII.");
    }
    return one.charAt(0);
  }
}
