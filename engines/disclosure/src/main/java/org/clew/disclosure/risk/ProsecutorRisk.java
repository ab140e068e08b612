package org.clew.disclosure.risk;

/// The chance that somebody who knows that a person is in the table, and what their
/// quasi-identifiers are, picks their row: one over the size of its class (El Emam 2013). All from
/// 0 to 1.
///
/// @param highest of any row
/// @param lowest of any row
/// @param average over the rows: classes over rows
/// @param atHighest the share of the rows whose risk is the highest
/// @param atLowest the share of the rows whose risk is the lowest
public record ProsecutorRisk(
    double highest, double lowest, double average, double atHighest, double atLowest) {

  public static ProsecutorRisk of(EquivalenceClasses classes) {
    double rows = classes.rows();
    int least = classes.least();
    int most = classes.most();
    return new ProsecutorRisk(
        1.0 / least,
        1.0 / most,
        classes.count() / rows,
        classes.rowsRarerThan(least + 1) / rows,
        (rows - classes.rowsRarerThan(most)) / rows);
  }
}
