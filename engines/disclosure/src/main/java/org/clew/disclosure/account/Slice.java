package org.clew.disclosure.account;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.clew.disclosure.codebook.Codebook;
import org.clew.disclosure.codebook.Variable;
import org.clew.tables.Unseen;

/// Whose data a release is made from: everybody's, or those of the people who have certain values
/// in the one column by which an account divides people. A person must have one such value, in
/// every list and for ever: whoever is registered twice, or whose value is corrected, is told of
/// twice.
///
/// @param values in one form, so that no two ways to write a value make two slices of it; none:
///   everybody
public record Slice(Set<String> values) {

  /// All people, whatever value they have.
  public static final Slice EVERYBODY = new Slice(Set.of());

  private static final int MOST_VALUES = 2_000;
  private static final int LONGEST = 200;
  private static final int MOST_FOLDS = 10;
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,40}(\\.\\d{1,40})?");

  /// Brings values into one form.
  ///
  /// @throws AccountRefused when a value is empty or too long, or there are too many
  public Slice {
    Set<String> own = new TreeSet<>();
    for (String value : values) {
      String one = inOneForm(value);
      if (one.isEmpty() || one.length() > LONGEST || Unseen.isIn(one)) {
        throw new AccountRefused(
            "A slice has values of 1 to %d visible characters; people without a value are in none."
                .formatted(LONGEST));
      }
      own.add(one);
    }
    if (own.size() > MOST_VALUES) {
      throw new AccountRefused("A slice has %,d values at most.".formatted(MOST_VALUES));
    }
    values = Collections.unmodifiableSet(own);
  }

  /// The people with some values.
  ///
  /// @param values one at least
  /// @throws AccountRefused when there is none, or one that cannot be
  public static Slice of(Collection<String> values) {
    if (values.isEmpty()) {
      throw new AccountRefused("A slice has one value at least.");
    }
    return new Slice(Set.copyOf(values));
  }

  /// `2024`, ` 2024.0` and the digits of any script are one value, and so are `FRA` and `fra`,
  /// `Gießen` and `GIESSEN`: what may be one person's value twice must not be two slices. What is
  /// in this form stays as it is, so that an account is read as it was written.
  ///
  /// @throws AccountRefused when there is no such form
  public static String inOneForm(String value) {
    String form = value;
    for (int i = 0; i < MOST_FOLDS; i++) {
      String next = folded(form);
      if (next.equals(form)) {
        return form;
      }
      form = next;
    }
    throw new AccountRefused("A value cannot be told from other ways to write it.");
  }

  /// Folding can make new compositions, and composing new letters to fold: once is not enough.
  private static String folded(String value) {
    var digits = new StringBuilder();
    Normalizer.normalize(value, Normalizer.Form.NFKC)
        .strip()
        .codePoints()
        .forEach(
            c -> digits.appendCodePoint(Character.isDigit(c) ? '0' + Character.digit(c, 10) : c));
    String plain = digits.toString();
    if (NUMBER.matcher(plain).matches()) {
      return new BigDecimal(plain).stripTrailingZeros().toPlainString();
    }
    return plain.toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }

  /// Whether all people are meant.
  public boolean isEverybody() {
    return values.isEmpty();
  }

  /// Whether whoever has a value is among them.
  ///
  /// @param value as a cell has it
  public boolean has(String value) {
    return isEverybody() || values.contains(inOneForm(value));
  }

  /// Whether somebody may be in both.
  public boolean overlaps(Slice other) {
    return isEverybody() || other.isEverybody() || values.stream().anyMatch(other.values::contains);
  }

  /// Demands that a codebook knows each value as one that a cell can have.
  ///
  /// @param column by which people are divided
  /// @throws AccountRefused when it does not, or people can have several values there
  public void demandKnown(Codebook codebook, String column) {
    if (isEverybody()) {
      return;
    }
    Optional<Variable> found =
        codebook.variables().stream().filter(each -> each.name().equals(column)).findFirst();
    if (codebook.person().equals(Optional.of(column)) || found.isEmpty()) {
      throw new AccountRefused(
          "The codebook has no column \"%s\" by which people can be divided.".formatted(column));
    }
    Variable variable = found.get();
    if (variable.separator().isPresent()) {
      throw new AccountRefused(
          "\"%s\" may have several values in a cell, so that a person can be in two slices."
              .formatted(column));
    }
    if (variable.leftOut().isEmpty()) {
      demandKnown(variable);
    }
  }

  private void demandKnown(Variable variable) {
    Set<String> groups = inOneForm(variable.groups().keySet());
    variable.bands().ifPresent(bands -> groups.addAll(inOneForm(bands.values())));
    Set<String> cells = inOneForm(variable.values());
    variable.groups().values().forEach(members -> cells.addAll(inOneForm(members)));
    List<String> wrong = values.stream().filter(groups::contains).toList();
    if (!wrong.isEmpty()) {
      throw new AccountRefused(
          "\"%s\" is a group of values. Slices are of the values themselves, which a later codebook cannot group otherwise: name them."
              .formatted(wrong.getFirst()));
    }
    wrong = values.stream().filter(value -> !cells.contains(value)).toList();
    if (!wrong.isEmpty()) {
      throw new AccountRefused(
          "The codebook does not know \"%s\" as a value of \"%s\"."
              .formatted(wrong.getFirst(), variable.name()));
    }
  }

  private static Set<String> inOneForm(Collection<String> all) {
    return all.stream().map(Slice::inOneForm).collect(Collectors.toCollection(TreeSet::new));
  }

  /// For people.
  public String said() {
    return isEverybody() ? "everybody" : String.join(", ", values);
  }
}
