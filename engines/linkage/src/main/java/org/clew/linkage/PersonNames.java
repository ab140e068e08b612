package org.clew.linkage;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import org.clew.linkage.Form.Words;
import org.jspecify.annotations.Nullable;

/// Names of people: in any order and script, with short forms, initials, particles and other
/// spellings. Words of all three name kinds are counted together.
final class PersonNames implements Field {
  static final PersonNames FIELD = new PersonNames();

  private static final int MOST_WORDS = 8;
  private static final Set<String> PARTICLES =
      Set.of(
          "al", "el", "ul", "de", "del", "della", "di", "da", "das", "do", "dos", "du", "la", "las",
          "le", "los", "van", "von", "der", "den", "ter", "bin", "ibn", "ben", "bint", "bnt", "y",
          "e", "so", "wo", "mr", "mrs", "ms", "miss", "dr", "sr", "jr", "sra", "bn");
  private static final Set<String> SERVANT =
      Set.of(
          "abd", "abdul", "abdel", "abdal", "abdur", "abdus", "abdu", "abdoul", "abdol", "abdoel");
  private static final Pattern SERVANT_JOINED =
      Pattern.compile("^abd(?:oul|ul|el|al|ol|ur|ar|er|us)(?=[a-z]{3})");

  private PersonNames() {}

  @Override
  public Optional<Form> read(Kind kind, String cleaned, String region) {
    List<String> words = words(Romanised.words(cleaned));
    if (words.isEmpty()) {
      return Optional.empty();
    }
    List<Word> read = words.stream().map(word -> new Word(Lexicons.kind(kind), word)).toList();
    String sorted = String.join(" ", words.stream().sorted().toList());
    long whole = Keys.of(Kind.NAME, Keys.Way.WHOLE, sorted);
    long plain = Keys.of(Kind.NAME, Keys.Way.PLAIN, cleaned);
    return Optional.of(new Words(read, Romanised.script(cleaned), whole, plain));
  }

  private static List<String> words(List<String> romanised) {
    List<String> out = new ArrayList<>(romanised.size());
    for (int i = 0; i < romanised.size() && out.size() < MOST_WORDS; i++) {
      String word = romanised.get(i);
      boolean more = i + 1 < romanised.size();
      if (SERVANT.contains(word) && more) {
        i += isArticle(romanised.get(i + 1)) && i + 2 < romanised.size() ? 2 : 1;
        out.add("abdul" + romanised.get(i));
      } else if (word.equals("abu") && more) {
        i++;
        out.add(word + romanised.get(i));
      } else if (!PARTICLES.contains(word)) {
        out.add(SERVANT_JOINED.matcher(word).replaceFirst("abdul"));
      }
    }
    return out.isEmpty() ? romanised.subList(0, Math.min(MOST_WORDS, romanised.size())) : out;
  }

  private static boolean isArticle(String word) {
    return word.length() == 2 && "alelulurar".contains(word);
  }

  @Override
  public void keys(Kind kind, Form form, LongConsumer sink) {
    Words name = (Words) form;
    for (Word word : name.words()) {
      wordKeys(word, sink);
    }
    if (kind == Kind.NAME) {
      sink.accept(name.whole());
      pairKeys(name, sink);
    }
  }

  static void wordKeys(Word word, LongConsumer sink) {
    sink.accept(word.key);
    sink.accept(word.soundKey);
    for (int group : Nicknames.groups(word.text)) {
      sink.accept(Keys.of(Kind.NAME, Keys.Way.PET, group));
    }
  }

  /// Two common names are rare together: pairs keep the search short where each name alone is held
  /// by thousands.
  private static void pairKeys(Words name, LongConsumer sink) {
    List<Word> words = name.words();
    int count = Math.min(words.size(), 4);
    for (int i = 0; i < count; i++) {
      for (int j = i + 1; j < count; j++) {
        String a = words.get(i).sound;
        String b = words.get(j).sound;
        String pair = a.compareTo(b) < 0 ? a + ' ' + b : b + ' ' + a;
        sink.accept(Keys.of(Kind.NAME, Keys.Way.PAIR, pair));
      }
    }
  }

  @Override
  public Outcome compare(Kind kind, Form asked, Form found, Counts counts) {
    Words a = (Words) asked;
    Words b = (Words) found;
    Model model = Model.of(kind);
    Alignment aligned =
        Alignment.of(
            a.words(), b.words(), (x, y) -> word(model, x, y, a.script(), b.script(), counts));
    if (aligned.pairs() == 0) {
      return Outcome.different(model);
    }
    int leftA = aligned.leftAsked().size();
    int leftB = aligned.leftFound().size();
    int both = Math.min(leftA, leftB);
    double bits = aligned.bits() - 5.0 * both;
    bits -= Math.min(2, 0.75 * (Math.max(leftA, leftB) - both));
    if (aligned.isComplete()) {
      bits = Math.min(bits, Model.bits(model.exact(), whole(a, b, counts)));
      bits = Math.max(bits, 0.05);
      return new Outcome(complete(a, b, aligned), bits, frequency(b, aligned, counts));
    }
    if (bits <= 0 && both > 0) {
      return new Outcome(Agreement.DIFFERENT, Math.max(bits, model.different()), 0);
    }
    return new Outcome(Agreement.PARTIAL, Math.max(bits, 0.05), aligned.frequency());
  }

  /// u of two whole names: what chance there is that somebody else has all of it.
  private static double whole(Words a, Words b, Counts counts) {
    double others = (counts.others(a.whole()) + counts.others(b.whole())) / 2.0;
    return (others + 0.05) / (counts.holders(Kind.NAME) + 1000.0);
  }

  private static long frequency(Words found, Alignment aligned, Counts counts) {
    long whole = counts.of(found.whole());
    return whole > 0 && aligned.weakest() == Agreement.EXACT ? whole : aligned.frequency();
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

  private static @Nullable Outcome word(
      Model model, Word a, Word b, UnicodeScript left, UnicodeScript right, Counts counts) {
    if (a.same(b)) {
      double u = counts.chance(Kind.NAME, b);
      return outcome(Agreement.EXACT, Math.min(1, model.exact() + 0.05), u, b.holders());
    }
    if (a.sameSound(b) && isSameSound(a, b, left, right)) {
      double u = counts.chance(Kind.NAME, b.soundKey);
      long holders = counts.of(b.soundKey);
      return left == right
          ? outcome(Agreement.SOUNDS_ALIKE, 0.2, u, holders)
          : outcome(Agreement.SAME_IN_ANOTHER_SCRIPT, 0.6, u, holders);
    }
    return loosely(a, b, left == right, counts);
  }

  private static @Nullable Outcome loosely(Word a, Word b, boolean sameScript, Counts counts) {
    int shorter = Math.min(a.text.length(), b.text.length());
    if (shorter == 1) {
      return a.text.charAt(0) == b.text.charAt(0)
          ? new Outcome(Agreement.INITIAL, 2.5, b.holders())
          : null;
    }
    boolean pet = Nicknames.share(a.text, b.text);
    boolean close =
        a.isClose(b) || (!sameScript && shorter > 3 && Spelling.isClose(a.sound, b.sound));
    if (!pet && !close) {
      return null;
    }
    double u = counts.chance(Kind.NAME, a) + counts.chance(Kind.NAME, b);
    return pet
        ? outcome(Agreement.NICKNAME, 0.08, 2 * u, b.holders())
        : outcome(Agreement.CLOSE_SPELLING, 0.1, 2 * u, b.holders());
  }

  private static boolean isSameSound(Word a, Word b, UnicodeScript left, UnicodeScript right) {
    boolean voweled = left == UnicodeScript.LATIN && right == UnicodeScript.LATIN;
    if (a.sound.length() < 2) {
      return !voweled && a.text.charAt(0) == b.text.charAt(0);
    }
    return !voweled || Sound.vowelsAgree(a.text, b.text);
  }

  private static Outcome outcome(Agreement agreement, double m, double u, long frequency) {
    return new Outcome(agreement, Math.max(0.05, Model.bits(m, u)), frequency);
  }
}
