package org.clew.cli;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.clew.linkage.Evidence;
import org.clew.linkage.Kind;
import org.clew.linkage.Link;
import org.clew.linkage.Match;

/// Writes what linkage found: the rows with their entities, and the pairs with their bits.
final class LinkOutput {

  private static final String SOURCE = "source";
  private static final List<String> OURS =
      List.of("entity_id", "match_weight", "match_probability");

  /// Whether each row says which file it came from.
  enum Sources {
    SAID,
    NOT_SAID
  }

  private final LinkInput input;
  private final Sources sources;

  LinkOutput(LinkInput input, Sources sources) {
    this.input = input;
    this.sources = sources;
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
  void rows(LinkEntities entities, Path file) {
    List<String> ours = headings(sources);
    OutFile.csv(
        file,
        csv -> {
          csv.writeRecord(InputOptions.headings(input, ours));
          for (int row = 0; row < input.size(); row++) {
            List<String> cells = new ArrayList<>(input.cells(row));
            if (sources == Sources.SAID) {
              cells.add(String.valueOf(input.source(row).getFileName()));
            }
            cells.add(input.id(entities.first(row)));
            entities
                .strongest(row)
                .ifPresentOrElse(
                    match -> cells.addAll(List.of(bits(match.weight()), probability(match))),
                    () -> cells.addAll(List.of("", "")));
            csv.writeRecord(cells);
          }
        });
  }

  /// Writes every link, strongest first, with the bits of each kind: they add up to its weight.
  void pairs(List<Link> links, Path file) {
    List<Kind> kinds = input.compared().values().stream().distinct().sorted().toList();
    OutFile.csv(
        file,
        csv -> {
          List<String> headings =
              new ArrayList<>(
                  List.of("left_id", "right_id", "match_weight", "match_probability", "prior"));
          kinds.forEach(kind -> headings.add(kind.name().toLowerCase(Locale.ROOT)));
          csv.writeRecord(headings);
          for (Link link : links) {
            csv.writeRecord(cells(link, kinds));
          }
        });
  }

  private List<String> cells(Link link, List<Kind> kinds) {
    Match match = link.match();
    Map<Kind, Double> sums =
        match.evidence().stream()
            .collect(
                Collectors.groupingBy(Evidence::kind, Collectors.summingDouble(Evidence::bits)));
    List<String> cells =
        new ArrayList<>(
            List.of(
                input.id(LinkInput.number(link.left())),
                input.id(LinkInput.number(link.right())),
                bits(match.weight()),
                probability(match),
                bits(match.prior())));
    kinds.forEach(kind -> cells.add(sums.containsKey(kind) ? bits(sums.get(kind)) : ""));
    return cells;
  }

  /// Every step of bits, 1/1024, in full.
  private static String bits(double bits) {
    return BigDecimal.valueOf(bits).stripTrailingZeros().toPlainString();
  }

  private static String probability(Match match) {
    return String.format(Locale.ROOT, "%.6f", match.probability());
  }
}
