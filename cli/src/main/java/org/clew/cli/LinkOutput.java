package org.clew.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.clew.linkage.Entities;
import org.clew.linkage.Evidence;
import org.clew.linkage.Kind;
import org.clew.linkage.Match;

/// What linking came to, as files.
///
/// @param sources whether each row says which file it came from
record LinkOutput(LinkInput input, Entities entities, Sources sources) {

  private static final String SOURCE = "source";
  private static final List<String> OURS =
      List.of("entity_id", "match_weight", "match_probability");

  /// Whether each row says which file it came from.
  enum Sources {
    SAID,
    NOT_SAID
  }

  /// The headings that are ours.
  static List<String> headings(Sources sources) {
    List<String> headings = new ArrayList<>();
    if (sources == Sources.SAID) {
      headings.add(SOURCE);
    }
    headings.addAll(OURS);
    return headings;
  }

  /// Writes every row as it came, with its entity and the strongest link that holds it there.
  void writeRows(Path out) {
    OutFile.csv(
        out,
        csv -> {
          csv.writeRecord(InputOptions.headings(input, headings(sources)));
          input.each(
              (row, cells) -> {
                add(row, cells);
                csv.writeRecord(cells);
              });
        });
  }

  private void add(int row, List<String> cells) {
    if (sources == Sources.SAID) {
      cells.add(String.valueOf(input.source(row).getFileName()));
    }
    cells.add(input.id(entities.first(row)));
    OptionalDouble weight = entities.weight(row);
    cells.add(weight.isPresent() ? bits(weight.getAsDouble()) : "");
    cells.add(weight.isPresent() ? probability(weight.getAsDouble()) : "");
  }

  /// Writes every linked pair with the bits of what was compared.
  void writePairs(Path file) {
    List<Kind> kinds = input.table().kinds().stream().distinct().sorted().toList();
    OutFile.csv(
        file,
        csv -> {
          List<String> headings =
              new ArrayList<>(
                  List.of("left_id", "right_id", "match_weight", "match_probability", "prior"));
          kinds.forEach(kind -> headings.add(kind.name().toLowerCase(Locale.ROOT)));
          csv.writeRecord(headings);
          for (Entities.Pair pair : entities.pairs()) {
            csv.writeRecord(cells(pair, kinds));
          }
        });
  }

  private List<String> cells(Entities.Pair pair, List<Kind> kinds) {
    Match match = entities.explain(pair.left(), pair.right());
    Map<Kind, Double> sums =
        match.evidence().stream()
            .collect(
                Collectors.groupingBy(Evidence::kind, Collectors.summingDouble(Evidence::bits)));
    List<String> cells =
        new ArrayList<>(
            List.of(
                input.id(pair.left()),
                input.id(pair.right()),
                bits(match.weight()),
                probability(match.weight()),
                bits(match.prior())));
    kinds.forEach(kind -> cells.add(sums.containsKey(kind) ? bits(sums.get(kind)) : ""));
    return cells;
  }

  String summary() {
    return String.format(
        Locale.ROOT,
        "%,d rows are %,d entities; %,d pairs are linked.",
        input.size(),
        entities.count(),
        entities.pairs().size());
  }

  /// Every step of bits, 1/1024, in full.
  static String bits(double bits) {
    return BigDecimal.valueOf(bits).stripTrailingZeros().toPlainString();
  }

  static String probability(double bits) {
    double probability = 1 / (1 + Math.pow(2, -bits));
    return BigDecimal.valueOf(probability).setScale(6, RoundingMode.HALF_UP).toPlainString();
  }
}
