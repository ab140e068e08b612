package org.clew.linkage;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/// What is believed of a kind before any record is seen: how often matching records agree (m), and
/// how often records that do not match agree by chance (u). Values on record correct u; m stays.
/// Defaults were set from what the fields are like, not fitted to any data set.
///
/// @param exact m of the same value
/// @param different bits where both are known and nothing agrees
/// @param typical u of an ordinary value in the world at large
/// @param trust how many records the world at large counts for
/// @param rare how many unseen holders a value held once is taken to have
record Model(double exact, double different, double typical, double trust, double rare) {

  /// Finest step of bits: sums of such steps are exact whatever their order.
  private static final double STEP = 1024;

  private static final Map<Kind, Model> MODELS = models();

  static Model of(Kind kind) {
    return Objects.requireNonNull(MODELS.get(kind));
  }

  private static Map<Kind, Model> models() {
    Map<Kind, Model> out = new EnumMap<>(Kind.class);
    out.put(Kind.NAME, new Model(0.70, -6, 1e-3, 500, 0.5));
    out.put(Kind.GIVEN_NAME, new Model(0.70, -5, 3e-3, 500, 0.5));
    out.put(Kind.FAMILY_NAME, new Model(0.75, -4, 5e-4, 500, 0.5));
    out.put(Kind.ORGANISATION_NAME, new Model(0.80, -5, 5e-4, 300, 0.5));
    out.put(Kind.PHONE, new Model(0.60, -1, 1e-7, 1000, 0.005));
    out.put(Kind.EMAIL, new Model(0.65, -1, 1e-7, 1000, 0.005));
    out.put(Kind.ACCOUNT, new Model(0.70, -0.75, 1e-7, 1000, 0.005));
    out.put(Kind.DOCUMENT, new Model(0.80, -2, 1e-7, 1000, 0.005));
    out.put(Kind.VEHICLE, new Model(0.80, -0.5, 1e-7, 1000, 0.005));
    out.put(Kind.USERNAME, new Model(0.60, -0.5, 1e-6, 1000, 0.01));
    out.put(Kind.ADDRESS, new Model(0.60, -2, 1e-3, 300, 0.5));
    out.put(Kind.BIRTH_DATE, new Model(0.85, -4.25, 4.5e-5, 2000, 0.3));
    out.put(Kind.PLACE, new Model(0.80, -1.75, 1e-2, 200, 0.5));
    out.put(Kind.POSTCODE, new Model(0.70, -1.5, 5e-4, 200, 0.5));
    out.put(Kind.COUNTRY, new Model(0.95, -3, 0.1, 50, 0.5));
    out.put(Kind.CATEGORY, new Model(0.90, -1, 0.3, 20, 0.5));
    out.put(Kind.TITLE, new Model(0.70, -4, 1e-4, 300, 0.5));
    out.put(Kind.NUMBER, new Model(0.80, -1, 0.02, 50, 0.5));
    out.put(Kind.TEXT, new Model(0.30, 0, 1e-3, 300, 0.5));
    return out;
  }

  /// u of a value that so many other records hold, of so many that say anything of this kind.
  double chance(long others, long holders) {
    return chance(others, holders, typical);
  }

  /// The same of a value that this part of the world at large holds.
  double chance(long others, long holders, double share) {
    return (others + rare + trust * share) / (holders + trust);
  }

  /// log2(m/u) in steps of 1/1024 bit.
  static double bits(double m, double u) {
    return step(Math.log(m / u) / Math.log(2));
  }

  static double step(double bits) {
    return Math.rint(bits * STEP) / STEP;
  }
}
