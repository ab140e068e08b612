package org.clew.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// Writes a list of people nobody ever met, in the 27 columns of the CTDC global synthetic data:
/// organisations that note different things, corridors between countries of very different size,
/// and what happened to somebody hanging on where, when, who and how old.
///
/// What it draws, for each person: the organisation that registered them (12, the largest a
/// quarter), which decides what is ever known; a corridor (100 countries of origin, Zipf 0.9; a
/// quarter at home, else one of 12 destinations of that origin, Zipf 1.2); a year from 2002,
/// growing to 2016 and waning; the kind of exploitation by the origin's leaning and the year;
/// gender and age by the kind; sectors, means of control and recruiters by kind, gender, age and
/// corridor.
public final class RegisteredPeople {

  /// In the order of the codebook.
  static final List<String> HEADINGS =
      List.of(
          "yearOfRegistration",
          "gender",
          "ageBroad",
          "citizenship",
          "CountryOfExploitation",
          "traffickMonths",
          "meansDebtBondageEarnings",
          "meansThreats",
          "meansAbusePsyPhySex",
          "meansFalsePromises",
          "meansDrugsAlcohol",
          "meansDenyBasicNeeds",
          "meansExcessiveWorkHours",
          "meansWithholdDocs",
          "isForcedLabour",
          "isSexualExploit",
          "isOtherExploit",
          "typeOfLabourAgriculture",
          "typeOfLabourConstruction",
          "typeOfLabourDomesticWork",
          "typeOfLabourHospitality",
          "typeOfSexProstitution",
          "typeOfSexPornography",
          "recruiterRelationIntimatePartner",
          "recruiterRelationFriend",
          "recruiterRelationFamily",
          "recruiterRelationOther");

  private static final String[] AGES = {
    "0--8", "9--17", "18--20", "21--23", "24--26", "27--29", "30--38", "39--47", "48+"
  };
  private static final String[] MONTHS = {"0--12 (0-1 yr)", "13--24 (1-2 yrs)", "25+ (2+ yrs)"};
  private static final int ORIGINS = 100;
  private static final int DESTINATIONS = 12;
  private static final int ORGANISATIONS = 12;
  private static final int YEARS = 21;
  private static final int MEANS = 8;

  private final SplittableRandom lots;
  private final List<String> countries;
  private final double[] origins = zipf(ORIGINS, 0.9);
  private final double[] destinations = zipf(DESTINATIONS, 1.2);
  private final double[] organisations = zipf(ORGANISATIONS, 0.8);
  private final int[][] corridors = new int[ORIGINS][DESTINATIONS];
  private final double[] leaning = new double[ORIGINS];
  private final double[][] notes = new double[ORGANISATIONS][HEADINGS.size()];
  private final double[][] means = new double[3][MEANS];

  private RegisteredPeople(long seed) {
    lots = new SplittableRandom(seed);
    countries =
        List.copyOf(new TreeSet<>(Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3)));
    int[] shuffled = IntStream.range(0, countries.size()).toArray();
    for (int origin = 0; origin < ORIGINS; origin++) {
      int other = origin + lots.nextInt(shuffled.length - origin);
      int kept = shuffled[origin];
      shuffled[origin] = shuffled[other];
      shuffled[other] = kept;
    }
    home = Arrays.copyOf(shuffled, ORIGINS);
    for (int origin = 0; origin < ORIGINS; origin++) {
      leaning[origin] = 0.15 + 0.7 * lots.nextDouble();
      for (int i = 0; i < DESTINATIONS; i++) {
        corridors[origin][i] = home[lots.nextInt(ORIGINS)];
      }
    }
    for (double[] note : notes) {
      Arrays.setAll(note, _ -> lots.nextInt(4) == 0 ? 0.05 : 0.55 + 0.45 * lots.nextDouble());
      Arrays.fill(note, 0, 5, 0.9 + 0.08 * lots.nextDouble());
      Arrays.fill(note, 14, 17, 0.97);
    }
    for (double[] mean : means) {
      Arrays.setAll(mean, _ -> 0.06 + 0.4 * lots.nextDouble());
    }
  }

  private final int[] home;

  /// Writes the list.
  ///
  /// @param words a file, the number of people, a seed
  public static void main(String[] words) throws IOException {
    write(Path.of(words[0]), Integer.parseInt(words[1]), Long.parseLong(words[2]));
  }

  static void write(Path file, int people, long seed) throws IOException {
    var made = new RegisteredPeople(seed);
    try (Writer out = Files.newBufferedWriter(file)) {
      out.write(String.join(",", HEADINGS) + "\n");
      for (int i = 0; i < people; i++) {
        out.write(String.join(",", made.person()) + "\n");
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private String[] person() {
    int origin = draw(origins);
    boolean abroad = chance(0.75);
    int destination = abroad ? corridors[origin][draw(destinations)] : home[origin];
    int year = Math.clamp(Math.round(12 + 4.5 * gaussian()), 0, YEARS - 1);
    double sexual = Math.clamp(leaning[origin] + 0.02 * (8 - year), 0.05, 0.95);
    boolean sex = chance(sexual);
    boolean labour = sex ? chance(0.04) : chance(0.93);
    boolean other = chance(sex || labour ? 0.03 : 0.9);
    boolean woman = chance(sex ? 0.95 : 0.4);
    int age = age(sex, woman);
    String[] row = new String[HEADINGS.size()];
    Arrays.fill(row, "");
    row[0] = Integer.toString(2002 + year);
    String gender = woman ? "Woman" : "Man";
    row[1] = chance(0.003) ? "Trans/Transgender/NonConforming" : gender;
    row[2] = AGES[age];
    row[3] = countries.get(home[origin]);
    row[4] = countries.get(destination);
    row[5] = chance(0.5) ? MONTHS[draw(new double[] {0.55, 0.15, 0.3})] : "";
    int kind = sex ? 0 : labour ? 1 : 2;
    double grip = Math.exp(0.5 * gaussian());
    for (int mean = 0; mean < MEANS; mean++) {
      tick(row, 6 + mean, Math.min(0.9, means[kind][mean] * grip * (abroad || mean < 6 ? 1 : 0.2)));
    }
    tick(row, 14, labour ? 1 : 0);
    tick(row, 15, sex ? 1 : 0);
    tick(row, 16, other ? 1 : 0);
    if (labour) {
      double field = woman ? 0.1 : 0.35;
      double[] sector = {field, woman ? 0.01 : 0.25, woman ? 0.45 : 0.03, 0.08, 0.2};
      int chosen = draw(sector);
      if (chosen < 4) {
        tick(row, 17 + chosen, 1);
      }
    }
    if (sex) {
      tick(row, 21, 0.8);
      tick(row, 22, age < 3 ? 0.12 : 0.03);
    }
    double[] recruiter = {
      sex && woman ? 0.15 : 0.01, 0.15, age < 2 ? 0.5 : 0.08, abroad ? 0.45 : 0.2, 0.25
    };
    int known = draw(recruiter);
    if (known < 4) {
      tick(row, 23 + known, 1);
    }
    double[] noted = notes[draw(organisations)];
    for (int column = 0; column < row.length; column++) {
      if (!chance(noted[column])) {
        row[column] = "";
      }
    }
    // What kind of work it was says that it was work.
    for (int column = 17; column < 23; column++) {
      if (row[column < 21 ? 14 : 15].isEmpty()) {
        row[column] = "";
      }
    }
    return row;
  }

  private int age(boolean sex, boolean woman) {
    double centre = sex ? 3.2 : woman ? 4.8 : 5.4;
    return Math.clamp(Math.round(centre + 1.9 * gaussian()), 0, AGES.length - 1);
  }

  private void tick(String[] row, int column, double probability) {
    if (chance(probability)) {
      row[column] = "1";
    }
  }

  private boolean chance(double probability) {
    return lots.nextDouble() < probability;
  }

  private double gaussian() {
    double sum = 0;
    for (int i = 0; i < 12; i++) {
      sum += lots.nextDouble();
    }
    return sum - 6;
  }

  /// A place, by weights.
  private int draw(double[] weights) {
    double at = lots.nextDouble() * Arrays.stream(weights).sum();
    int place = 0;
    while (place < weights.length - 1 && at >= weights[place]) {
      at -= weights[place];
      place++;
    }
    return place;
  }

  private static double[] zipf(int size, double exponent) {
    return IntStream.rangeClosed(1, size).mapToDouble(rank -> Math.pow(rank, -exponent)).toArray();
  }
}
