package org.clew.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.clew.disclosure.Plural;
import org.clew.linkage.Entities;
import org.clew.linkage.Evidence;
import org.clew.linkage.Kind;
import org.clew.linkage.Match;
import org.clew.linkage.WeightText;
import org.clew.linkage.report.LinkReport;
import org.clew.tables.CellWriter;

/// What linking came to, as files.
///
/// @param ids by what the entities are known
/// @param sources whether each row says which file it came from
record LinkOutput(LinkInput input, Entities entities, EntityIds ids, Sources sources) {

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
        OutFile.Over.ORDINARY_FILE,
        csv -> {
          csv.row(InputOptions.headings(input.headings(), headings(sources)));
          input.write(csv, new Membership());
        });
  }

  /// Which entity a row is in, and what holds it there.
  private final class Membership implements Sheet.Addition {

    private final byte[] text = new byte[WeightText.LONGEST];

    @Override
    public void add(int row, CellWriter out) {
      if (sources == Sources.SAID) {
        out.cell(String.valueOf(input.source(row).getFileName()));
      }
      ids.write(row, out);
      OptionalDouble weight = entities.weight(row);
      if (weight.isPresent()) {
        out.cell(text, 0, WeightText.bits(weight.getAsDouble(), text));
        out.cell(text, 0, WeightText.probability(weight.getAsDouble(), text));
      } else {
        out.cell("");
        out.cell("");
      }
    }
  }

  /// Writes every linked pair with the bits of what was compared.
  void writePairs(Path file) {
    List<Kind> kinds = input.table().kinds().stream().distinct().sorted().toList();
    OutFile.csv(
        file,
        OutFile.Over.ORDINARY_FILE,
        csv -> {
          List<String> headings =
              new ArrayList<>(
                  List.of("left_id", "right_id", "match_weight", "match_probability", "prior"));
          kinds.forEach(kind -> headings.add(kind.name().toLowerCase(Locale.ROOT)));
          csv.row(headings);
          for (Entities.Pair pair : entities.pairs()) {
            csv.row(cells(pair, kinds));
          }
        });
  }

  /// Writes the report.
  void writeReport(Path file, LinkReport.Values values) {
    var page = new StringBuilder(1 << 16);
    var naming = new LinkReport.Naming(input.names(), input::id, values);
    LinkReport.write(entities.findings(), naming, page);
    OutFile.bytes(
        file, OutFile.Over.ORDINARY_FILE, page.toString().getBytes(StandardCharsets.UTF_8));
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
                WeightText.bits(match.weight()),
                WeightText.probability(match.weight()),
                WeightText.bits(match.prior())));
    kinds.forEach(kind -> cells.add(sums.containsKey(kind) ? WeightText.bits(sums.get(kind)) : ""));
    return cells;
  }

  String summary() {
    return "%s %s; %s linked."
        .formatted(
            Plural.of(input.size(), "row is", "rows are"),
            Plural.of(entities.count(), "entity", "entities"),
            Plural.of(entities.pairs().size(), "pair is", "pairs are"));
  }
}
