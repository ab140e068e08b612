package org.clew.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clew.linkage.Progress;
import org.clew.linkage.text.FoundPhone;
import org.clew.linkage.text.LanguageFinder;
import org.clew.linkage.text.PhoneFinder;
import org.clew.linkage.text.TextClustering;
import org.clew.linkage.text.TextClusters;

/// `clew link texts`: which texts were made from one another, and the phones in them.
final class TextsCommand {

  private static final Set<String> VALUED =
      Stream.concat(
              InputOptions.VALUED.stream().filter(option -> !option.equals("--column")),
              Stream.of(
                  "--text",
                  "--out",
                  "--phones",
                  "--clusters",
                  "--slots",
                  "--day",
                  "--place",
                  "--seed",
                  "--threads"))
          .collect(Collectors.toUnmodifiableSet());

  private static final String LANGUAGE = "--language";

  /// Options that name a file to write.
  private static final List<String> WRITTEN = List.of("--out", "--phones", "--clusters", "--slots");

  private final Arguments arguments;
  private final InputOptions options;
  private final Terminal terminal;

  private TextsCommand(Arguments arguments, Terminal terminal) {
    this.arguments = arguments;
    this.options = new InputOptions(arguments);
    this.terminal = terminal;
  }

  /// @param words what stands after `link texts`
  /// @throws Ending when it ends other than well
  static void run(List<String> words, Terminal terminal) {
    new TextsCommand(Arguments.read(words, VALUED, Set.of(InputOptions.RENAME, LANGUAGE)), terminal)
        .run();
  }

  private void run() {
    if (arguments.rest().size() != 1) {
      throw Ending.usage("texts takes one file.");
    }
    Path file = Arguments.path(arguments.rest().getFirst());
    Path out = arguments.out();
    String heading = options.textHeading();
    arguments.demandPlacesOfTheirOwn(List.of(file), OutFile.Over.ORDINARY_FILE, WRITTEN);
    var settings = new TextClustering.Settings(arguments.number("--seed", 1), options.threads());
    String region = options.region();
    Sheet sheet = options.sheet(file);
    options.demandNamesOfItsOwn(sheet.headings(), TextsOutput.headings(arguments.has(LANGUAGE)));
    int text = sheet.demand(heading);
    arguments.one("--id").ifPresent(sheet::demand);
    if (region.isEmpty()) {
      terminal.say("Without --region, only phone numbers written with + are found.");
    }
    OptionalInt day = column(sheet, "--day");
    OptionalInt place = column(sheet, "--place");
    TextsOutput output = read(sheet, text, region, settings);
    output.writeRows(out, terminal);
    arguments.file("--phones").ifPresent(output::writePhones);
    if (arguments.has("--clusters") || arguments.has("--slots")) {
      var clusters = new ClustersOutput(output, day, place, region);
      arguments.file("--clusters").ifPresent(clusters::writeClusters);
      arguments.file("--slots").ifPresent(clusters::writeSlots);
      if (clusters.daysUnread() > 0) {
        terminal.say(
            String.format(
                Locale.ROOT, "In %,d rows the day cannot be read.", clusters.daysUnread()));
      }
    }
    terminal.say(output.summary());
  }

  private OptionalInt column(Sheet sheet, String option) {
    Optional<String> heading = arguments.one(option);
    return heading.isPresent() ? OptionalInt.of(sheet.demand(heading.get())) : OptionalInt.empty();
  }

  private TextsOutput read(Sheet sheet, int text, String region, TextClustering.Settings settings) {
    var ids = new RowIds(arguments.one("--id"));
    Progress progress = terminal.progress("Texts compared");
    int threads = settings.threads();
    Supplier<Function<String, List<FoundPhone>>> phoneFinder = () -> new PhoneFinder(region)::find;
    Supplier<Function<String, String>> languageFinder =
        () -> {
          var finder = new LanguageFinder();
          return each -> finder.find(each).orElse("");
        };
    boolean isLanguageAsked = arguments.has(LANGUAGE);
    try (var clustering = new TextClustering(settings, progress);
        var phones = new EachText<>(threads, phoneFinder);
        var languages = new EachText<>(isLanguageAsked ? threads : 0, languageFinder)) {
      sheet.cells(
          row -> {
            terminal.demandGoingOn();
            ids.add(sheet, row);
            String cell = text < row.count() ? row.text(text) : "";
            clustering.add(cell);
            phones.add(cell);
            if (isLanguageAsked) {
              languages.add(cell);
            }
            return true;
          });
      TextClusters clusters = clustering.cluster();
      terminal.demandGoingOn();
      return new TextsOutput(
          sheet,
          text,
          ids,
          clusters,
          phones.found(),
          isLanguageAsked ? Optional.of(languages.found()) : Optional.empty());
    }
  }
}
