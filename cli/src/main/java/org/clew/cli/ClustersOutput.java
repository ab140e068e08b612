package org.clew.cli;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.clew.linkage.Identifiers;
import org.clew.linkage.Kind;
import org.clew.linkage.text.FoundPhone;
import org.clew.linkage.text.Stay;
import org.clew.linkage.text.TextTemplate;
import org.clew.tables.CellWriter;
import org.clew.tables.Cells;

/// Clusters of two texts or more, each with what its texts have in common, where they differ, and
/// where they were seen when.
final class ClustersOutput {

  private static final List<String> CLUSTERS =
      List.of(
          "text_cluster",
          "texts",
          "template",
          "phones",
          "first_day",
          "last_day",
          "places",
          "movement");
  private static final List<String> SLOTS = List.of("text_cluster", "id", "slot", "value");
  private static final int ISO_DAY = 10;

  private final TextsOutput output;
  private final OptionalInt day;
  private final OptionalInt place;
  private final String region;

  /// By the first row of a cluster, in the order of the input.
  private final Map<Integer, Cluster> clusters = new LinkedHashMap<>();

  private int daysUnread;

  /// What is known of a cluster.
  private static final class Cluster {
    private final List<String> texts = new ArrayList<>();
    private final Set<String> phones = new TreeSet<>();
    private final Set<LocalDate> days = new TreeSet<>();
    private final List<Stay.Sighting> sightings = new ArrayList<>();
    private TextTemplate template = TextTemplate.of(List.of(""));
  }

  /// @param day the column that says when a text was seen
  /// @param place the column that says where
  ClustersOutput(TextsOutput output, OptionalInt day, OptionalInt place, String region) {
    this.output = output;
    this.day = day;
    this.place = place;
    this.region = region;
    eachClustered(this::add);
    clusters.values().forEach(cluster -> cluster.template = TextTemplate.of(cluster.texts));
  }

  /// Hands over each row whose text is in a cluster.
  private void eachClustered(BiConsumer<Integer, Cells> taker) {
    int[] row = {0};
    output
        .sheet()
        .cells(
            cells -> {
              if (output.clusters().size(row[0]) > 1) {
                taker.accept(row[0], cells);
              }
              row[0]++;
              return true;
            });
  }

  private void add(int row, Cells cells) {
    Cluster cluster = clusters.computeIfAbsent(output.clusters().first(row), _ -> new Cluster());
    if (cluster.texts.size() < TextTemplate.TEXTS) {
      cluster.texts.add(cells.text(output.text()));
    }
    output.phones().get(row).stream().map(FoundPhone::number).forEach(cluster.phones::add);
    Optional<LocalDate> seen = day(cells);
    seen.ifPresent(cluster.days::add);
    String where = cell(cells, place);
    if (seen.isPresent() && !where.isBlank()) {
      cluster.sightings.add(new Stay.Sighting(seen.get(), where));
    }
  }

  private Optional<LocalDate> day(Cells cells) {
    String cell = cell(cells, day);
    if (cell.isBlank()) {
      return Optional.empty();
    }
    Optional<LocalDate> read =
        Identifiers.normalise(Kind.BIRTH_DATE, cell, region)
            .filter(iso -> iso.length() == ISO_DAY)
            .flatMap(ClustersOutput::parsed);
    daysUnread += read.isEmpty() ? 1 : 0;
    return read;
  }

  private static Optional<LocalDate> parsed(String iso) {
    try {
      return Optional.of(LocalDate.parse(iso));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static String cell(Cells cells, OptionalInt column) {
    return column.isPresent() && column.getAsInt() < cells.count()
        ? cells.text(column.getAsInt())
        : "";
  }

  /// Writes a row for each cluster, those of most texts first.
  void writeClusters(Path file) {
    List<Map.Entry<Integer, Cluster>> ordered = new ArrayList<>(clusters.entrySet());
    ordered.sort(Comparator.comparingInt(entry -> -output.clusters().size(entry.getKey())));
    OutFile.csv(
        file,
        OutFile.Over.ORDINARY_FILE,
        csv -> {
          csv.row(CLUSTERS);
          ordered.forEach(entry -> write(entry.getKey(), entry.getValue(), csv));
        });
  }

  private void write(int first, Cluster cluster, CellWriter csv) {
    List<LocalDate> days = List.copyOf(cluster.days.stream().sorted().toList());
    List<Stay> stays = Stay.of(cluster.sightings);
    csv.row(
        List.of(
            output.ids().id(first),
            Integer.toString(output.clusters().size(first)),
            cluster.template.toString(),
            String.join(" ", cluster.phones),
            days.isEmpty() ? "" : days.getFirst().toString(),
            days.isEmpty() ? "" : days.getLast().toString(),
            stays.stream().map(Stay::place).distinct().collect(Collectors.joining("; ")),
            stays.stream().map(ClustersOutput::words).collect(Collectors.joining(" → "))));
  }

  private static String words(Stay stay) {
    String to = stay.to().equals(stay.from()) ? "" : "–" + stay.to();
    return String.format(Locale.ROOT, "%s %s%s (%d)", stay.place(), stay.from(), to, stay.texts());
  }

  /// Writes what each text of a cluster has in each slot of its template.
  void writeSlots(Path file) {
    OutFile.csv(
        file,
        OutFile.Over.ORDINARY_FILE,
        csv -> {
          csv.row(SLOTS);
          eachClustered((row, cells) -> writeSlots(row, cells, csv));
        });
  }

  private void writeSlots(int row, Cells cells, CellWriter csv) {
    int first = output.clusters().first(row);
    Cluster cluster = Objects.requireNonNull(clusters.get(first));
    List<String> values = cluster.template.values(cells.text(output.text()));
    for (int slot = 0; slot < values.size(); slot++) {
      csv.row(
          List.of(
              output.ids().id(first),
              output.ids().id(row),
              Integer.toString(slot + 1),
              values.get(slot)));
    }
  }

  /// How many days could not be read as one.
  int daysUnread() {
    return daysUnread;
  }
}
