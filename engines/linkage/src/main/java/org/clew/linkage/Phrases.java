package org.clew.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import org.clew.linkage.Form.Words;
import org.jspecify.annotations.Nullable;

/// Names of organisations, addresses and other text: words weighed by how rare they are. Legal
/// forms count for nothing; numbers of units, plots and houses decide.
final class Phrases implements Field {
  static final Phrases FIELD = new Phrases();

  private static final Pattern RANGE = Pattern.compile("(\\d+)\\s*([-/])\\s*(?=\\d)");
  private static final Pattern DOTTED = Pattern.compile("\\b(\\p{L})\\.(?=\\p{L}\\b)");

  private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}]+(?:[-/._]+[\\p{L}\\p{N}]+)+");
  private static final Pattern SET_OFF = Pattern.compile("[-/._]+");

  private Phrases() {}

  @Override
  public Optional<Form> read(Kind kind, String cleaned, String region) {
    String bare = kind == Kind.ADDRESS ? cleaned : Vocabulary.withoutForms(cleaned);
    String ready = DOTTED.matcher(bare).replaceAll("$1");
    List<String> words =
        switch (kind) {
          case ORGANISATION_NAME -> organisation(Romanised.words(ready));
          case ADDRESS -> address(Romanised.words(RANGE.matcher(ready).replaceAll("$1 ")));
          case TITLE, TEXT -> Romanised.words(codesJoined(ready));
          default -> Romanised.words(ready);
        };
    if (words.isEmpty()) {
      return Optional.empty();
    }
    List<Word> read = words.stream().map(word -> new Word(Lexicons.kind(kind), word)).toList();
    long whole = Keys.of(kind, Keys.Way.WHOLE, String.join(" ", words.stream().sorted().toList()));
    long joined = Keys.of(kind, Keys.Way.PLAIN, String.join("", words));
    return Optional.of(new Words(read, Romanised.script(cleaned), whole, joined));
  }

  /// The text with a model or part number in one piece, however it was set off: `IVA-W205` is
  /// `IVAW205`.
  private static String codesJoined(String text) {
    return CODE.matcher(text)
        .replaceAll(
            found -> {
              boolean digit = found.group().chars().anyMatch(Character::isDigit);
              return digit ? SET_OFF.matcher(found.group()).replaceAll("") : found.group();
            });
  }

  private static List<String> organisation(List<String> words) {
    List<String> kept = new ArrayList<>(words);
    kept.removeIf(Vocabulary.LEGAL_FORMS::contains);
    return kept.isEmpty() ? words : kept;
  }

  private static List<String> address(List<String> words) {
    List<String> out = new ArrayList<>(words.size());
    for (String word : words) {
      String full = Vocabulary.ADDRESS_WORDS.getOrDefault(word, word);
      if (!full.isEmpty() && !out.contains(full)) {
        out.add(isPadded(full) ? full.replaceFirst("^0+", "") : full);
      }
    }
    out.removeIf(String::isEmpty);
    return out.isEmpty() ? words : out;
  }

  /// Whether a number of a unit begins with noughts; longer numbers are postcodes, where they
  /// count.
  private static boolean isPadded(String word) {
    return word.length() > 1 && word.length() < 5 && word.charAt(0) == '0';
  }

  @Override
  public void keys(Kind kind, Form form, LongConsumer sink) {
    Words phrase = (Words) form;
    sink.accept(phrase.whole());
    if (kind == Kind.ORGANISATION_NAME) {
      sink.accept(phrase.plain());
    }
    for (Word word : phrase.words()) {
      sink.accept(word.key);
    }
    List<Word> words = phrase.words();
    for (int i = 0; i + 1 < Math.min(words.size(), 9); i++) {
      boolean numbered = words.get(i).isNumber() != words.get(i + 1).isNumber();
      if (numbered || kind == Kind.ORGANISATION_NAME) {
        String pair = words.get(i).text + ' ' + words.get(i + 1).text;
        sink.accept(Keys.of(kind, Keys.Way.PAIR, pair));
      }
    }
  }

  @Override
  public Outcome compare(Kind kind, Form asked, Form found, Counts counts) {
    Words a = (Words) asked;
    Words b = (Words) found;
    Model model = Model.of(kind);
    Alignment aligned =
        Alignment.of(a.words(), b.words(), (x, y) -> word(kind, model, x, y, counts));
    boolean joined = a.plain() == b.plain();
    if (aligned.isComplete() || joined) {
      Agreement how = aligned.isComplete() ? complete(a, b, aligned) : Agreement.CLOSE_SPELLING;
      double most = most(kind, a, b, counts);
      double bits = aligned.isComplete() ? aligned.bits() : most - 2;
      return new Outcome(how, Math.clamp(bits, 0.05, Math.max(0.05, most)), counts.of(b.whole()));
    }
    if (aligned.pairs() == 0) {
      return kind == Kind.TEXT ? new Outcome(Agreement.DIFFERENT, 0, 0) : Outcome.different(model);
    }
    return partly(kind, aligned, most(kind, a, b, counts), counts);
  }

  private static Outcome partly(Kind kind, Alignment aligned, double most, Counts counts) {
    Model model = Model.of(kind);
    if (kind == Kind.TEXT) {
      double bits = Math.clamp(aligned.bits() / 3, 0, 6);
      return new Outcome(Agreement.PARTIAL, bits, aligned.frequency());
    }
    if (isOtherNumber(kind, aligned)) {
      double bits = Math.max(model.different(), -2.5);
      return aligned.bits() > 8
          ? new Outcome(Agreement.OTHER_UNIT, bits, aligned.frequency())
          : Outcome.different(model);
    }
    double lostAsked = worth(kind, aligned.leftAsked(), counts);
    double lostFound = worth(kind, aligned.leftFound(), counts);
    double bits =
        aligned.bits()
            - 0.7 * Math.min(lostAsked, lostFound)
            - 0.12 * Math.max(lostAsked, lostFound);
    bits = Math.min(bits, most - 0.5);
    if (bits <= 0) {
      return new Outcome(Agreement.DIFFERENT, Math.max(bits, model.different()), 0);
    }
    boolean oneInOther = aligned.leftAsked().isEmpty() || aligned.leftFound().isEmpty();
    Agreement how = kind == Kind.ADDRESS && !oneInOther ? Agreement.NEAR : Agreement.PARTIAL;
    return new Outcome(how, bits, aligned.frequency());
  }

  /// Whether both sides have a number that the other has not.
  private static boolean isOtherNumber(Kind kind, Alignment aligned) {
    return kind != Kind.TEXT
        && aligned.leftAsked().stream().anyMatch(Phrases::isUnit)
        && aligned.leftFound().stream().anyMatch(Phrases::isUnit);
  }

  /// Numbers of five digits and more are postcodes, which are one for a whole district.
  private static boolean isUnit(Word word) {
    return word.text.length() < 5 && word.isNumber();
  }

  private static double worth(Kind kind, List<Word> words, Counts counts) {
    double bits = 0;
    for (Word word : words) {
      bits += Math.max(0, -Math.log(counts.chance(kind, word)) / Math.log(2));
    }
    return bits;
  }

  /// The most that two whole values can weigh, by how many others hold them.
  private static double most(Kind kind, Words a, Words b, Counts counts) {
    double others = (counts.others(a.whole()) + counts.others(b.whole())) / 2.0;
    double u = (others + 0.1) / (counts.holders(kind) + 1000.0);
    return Model.bits(Model.of(kind).exact(), u);
  }

  private static Agreement complete(Words a, Words b, Alignment aligned) {
    if (aligned.weakest() != Agreement.EXACT) {
      return aligned.weakest();
    }
    if (a.script() != b.script()) {
      return Agreement.SAME_IN_ANOTHER_SCRIPT;
    }
    return aligned.ordered() == Alignment.Order.SAME
        ? Agreement.EXACT
        : Agreement.SAME_WORDS_OTHER_ORDER;
  }

  private static @Nullable Outcome word(Kind kind, Model model, Word a, Word b, Counts counts) {
    if (a.same(b)) {
      return outcome(Agreement.EXACT, model.exact(), counts.chance(kind, b), b.holders());
    }
    if (a.isNumber() || b.isNumber() || kind == Kind.TEXT) {
      return null;
    }
    boolean alike = a.sound.length() > 2 && a.sameSound(b);
    if (!alike && !a.isClose(b)) {
      return null;
    }
    double u = counts.chance(kind, a) + counts.chance(kind, b);
    return outcome(
        alike ? Agreement.SOUNDS_ALIKE : Agreement.CLOSE_SPELLING, 0.1, 2 * u, b.holders());
  }

  private static Outcome outcome(Agreement agreement, double m, double u, long frequency) {
    return new Outcome(agreement, Math.max(0.05, Model.bits(m, u)), frequency);
  }
}
