package org.clew.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clew.linkage.Progress;
import org.clew.linkage.Work;
import org.clew.linkage.text.LanguageFinder;
import org.clew.meaning.Direction;
import org.clew.meaning.Meaning;
import org.clew.meaning.Passage;
import org.clew.meaning.Passages;
import org.clew.meaning.Ranking;

/// `clew link search`: which texts mean what was asked, the nearest first.
final class SearchCommand {

  private static final Set<String> VALUED =
      Stream.concat(
              InputOptions.VALUED.stream()
                  .filter(option -> !Set.of("--id", "--column", "--region").contains(option)),
              Stream.of("--text", "--for", "--out", "--most", "--threads"))
          .collect(Collectors.toUnmodifiableSet());

  private static final int MOST = 50;

  /// How many passages are read before it is asked again whether to go on: a second or two.
  private static final int AT_ONCE = 64;

  private final Arguments arguments;
  private final InputOptions options;
  private final Terminal terminal;

  private SearchCommand(Arguments arguments, Terminal terminal) {
    this.arguments = arguments;
    this.options = new InputOptions(arguments);
    this.terminal = terminal;
  }

  /// @param words what stands after `link search`
  /// @throws Ending when it ends other than well
  static void run(List<String> words, Terminal terminal) {
    new SearchCommand(Arguments.read(words, VALUED, Set.of(InputOptions.RENAME)), terminal).run();
  }

  private void run() {
    if (arguments.rest().size() != 1) {
      throw Ending.usage("search takes one file, and what is looked for in quotes.");
    }
    Path file = Arguments.path(arguments.rest().getFirst());
    Path out = arguments.out();
    String heading = options.textHeading();
    String asked =
        arguments
            .one("--for")
            .filter(words -> !words.isBlank())
            .orElseThrow(() -> Ending.usage("Say in English what to look for: --for \"WORDS\"."));
    long most = arguments.number("--most", MOST);
    if (most < 1) {
      throw Ending.usage("--most takes a number from 1.");
    }
    int threads = options.threads();
    arguments.demandPlacesOfTheirOwn(List.of(file), OutFile.Over.ORDINARY_FILE, List.of("--out"));
    Sheet sheet = options.sheet(file);
    options.demandNamesOfItsOwn(sheet.headings(), SearchOutput.HEADINGS);
    int text = sheet.demand(heading);
    int rows = count(sheet);
    terminal.demandGoingOn();
    try (Meaning meaning = LoadedModel.meaning();
        var work = new Work(threads, Progress.NONE);
        var languages = new EachText<>(threads, SearchCommand::foreign)) {
      Direction question = question(meaning, asked);
      if (foreign().apply(asked)) {
        terminal.say("The question seems to be in another language than English.");
      }
      var search = new Search(meaning, question, work, languages, rows);
      sheet.cells(
          row -> {
            search.add(text < row.count() ? row.text(text) : "");
            return true;
          });
      new SearchOutput(sheet, text, search.ranking())
          .write(out, (int) Math.min(most, Integer.MAX_VALUE), terminal);
      terminal.say(search.summary(most));
    }
  }

  private int count(Sheet sheet) {
    int[] rows = {0};
    sheet.cells(
        _ -> {
          rows[0]++;
          return true;
        });
    return rows[0];
  }

  private static Direction question(Meaning meaning, String asked) {
    List<Passage> passages = meaning.passages(asked).all();
    if (passages.stream().noneMatch(Passage::isKnown)) {
      throw Ending.usage("The model, which reads English only, knows none of the words of --for.");
    }
    if (passages.size() > 1) {
      throw Ending.usage("--for is too long: a sentence or two find more than a page.");
    }
    return meaning.direction(passages.getFirst());
  }

  /// Tells whether a text is in another language than English, where it is enough to tell.
  private static Function<String, Boolean> foreign() {
    var finder = new LanguageFinder();
    return text -> finder.find(text).filter(language -> !language.equals("en")).isPresent();
  }

  /// Texts on their way to being ranked.
  private final class Search {
    private final Meaning meaning;
    private final Direction question;
    private final Work work;
    private final EachText<Boolean> foreign;
    private final int rows;
    private final Progress progress = terminal.progress("Texts read");
    private final Ranking ranking = new Ranking();
    private final Map<String, Integer> first = new HashMap<>();
    private final Map<Integer, Integer> copies = new HashMap<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private int read;
    private int empty;
    private int cut;

    Search(Meaning meaning, Direction question, Work work, EachText<Boolean> foreign, int rows) {
      this.meaning = meaning;
      this.question = question;
      this.work = work;
      this.foreign = foreign;
      this.rows = rows;
    }

    private record Waiting(int text, Passage passage) {}

    void add(String text) {
      terminal.demandGoingOn();
      foreign.add(text);
      Integer same = first.putIfAbsent(text, read);
      if (same != null) {
        copies.put(read++, same);
        return;
      }
      Passages passages = meaning.passages(text);
      cut += passages.isWhole() ? 0 : 1;
      for (Passage passage : passages.all()) {
        waiting.add(new Waiting(read, passage));
        if (waiting.size() == AT_ONCE) {
          weigh();
        }
      }
      read++;
    }

    private void weigh() {
      terminal.demandGoingOn();
      List<Double> similarities =
          work.parts(
              waiting.size(), i -> meaning.direction(waiting.get(i).passage()).cosine(question));
      for (int i = 0; i < waiting.size(); i++) {
        Passage passage = waiting.get(i).passage();
        ranking.add(
            new Ranking.Ranked(
                waiting.get(i).text(), passage.from(), passage.to(), similarities.get(i)));
      }
      waiting.clear();
      progress.heard(read, rows);
    }

    Ranking ranking() {
      weigh();
      copies.forEach(ranking::copy);
      progress.heard(rows, rows);
      empty = rows - ranking.count();
      return ranking;
    }

    String summary(long most) {
      String said =
          "Of %,d texts the %,d nearest in meaning are written: an order to read in, no finding."
              .formatted(ranking.count(), Math.min(most, ranking.count()));
      if (empty > 0) {
        said += " %,d rows without a text were passed over.".formatted(empty);
      }
      long others = foreign.found().stream().filter(each -> each).count();
      if (others > 0) {
        said +=
            " %,d texts seem to be in other languages, which the model does not read: look at them"
                    .formatted(others)
                + " by themselves (link texts --language says which).";
      }
      if (cut > 0) {
        said +=
            " %,d long texts were read up to their first %,d word pieces, some 30 pages."
                .formatted(cut, Passages.MOST_PIECES);
      }
      return said;
    }
  }
}
