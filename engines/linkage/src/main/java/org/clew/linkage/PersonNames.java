package org.clew.linkage;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import org.clew.linkage.Form.Words;
import org.jspecify.annotations.Nullable;

/// Names of people: in any order and script, with short forms, initials, particles and other
/// spellings. Words of all three name kinds are counted together.
final class PersonNames implements Field {
  static final PersonNames FIELD = new PersonNames();

  /// What a word of each that has no other counts against, where both are worth this many bits.
  private static final double UNPAIRED = 5;

  private static final double WORTH = 8;

  /// What a word that only one of two names has counts against, and all such words together.
  private static final double MISSING = 0.75;

  private static final double MOST_MISSING = 2;

  /// What it counts against that of a longer name one word alone is known.
  private static final double ONE_WORD = 2.5;

  private static final double LEAST = 0.05;

  /// What it counts against that one name says a woman bears it, and the other a man.
  private static final double OTHER_SEX = 6;

  private static final Set<String> WOMEN =
      Set.of("thi", "kaur", "begum", "khatun", "akter", "bibi", "devi", "kumari", "khanam");
  private static final Set<String> MEN =
      Set.of("van", "singh", "md", "mohammad", "mohammed", "muhammad", "kumar", "uddin", "din");

  private PersonNames() {}

  @Override
  public Optional<Form> read(Kind kind, String cleaned, String region) {
    List<String> words = NameWords.of(kind, cleaned);
    if (words.isEmpty()) {
      return Optional.empty();
    }
    List<Word> read = words.stream().map(word -> new Word(Lexicons.kind(kind), word)).toList();
    String sorted = String.join(" ", words.stream().sorted().toList());
    long whole = Keys.of(Kind.NAME, Keys.Way.WHOLE, sorted);
    long plain = Keys.of(Kind.NAME, Keys.Way.PLAIN, cleaned);
    return Optional.of(new Words(read, Romanised.script(cleaned), whole, plain));
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
      joinedKeys(name, sink);
    }
  }

  static void wordKeys(Word word, LongConsumer sink) {
    sink.accept(word.key);
    sink.accept(word.soundKey);
    if (word.isMarked()) {
      for (NameSpelling reading : word.readings()) {
        sink.accept(Keys.of(Kind.NAME, Keys.Way.WORD, reading.latin()));
        sink.accept(Keys.of(Kind.NAME, Keys.Way.SOUND, Sound.of(reading.latin())));
      }
    }
    for (int group : NameGroups.NICKNAMES.of(word.latin)) {
      sink.accept(Keys.of(Kind.NAME, Keys.Way.PET, group));
    }
    boolean unvoweled = word.isMarked() && word.readings().getFirst().isAbjad();
    NameGroups spellings = NameGroups.SPELLINGS;
    for (int group : unvoweled ? spellings.ofUnvoweled(word.sound) : spellings.of(word.latin)) {
      sink.accept(Keys.of(Kind.NAME, Keys.Way.SPELLING, group));
    }
  }

  /// Syllables of other scripts are words of their own here, and often not in Latin letters.
  private static void joinedKeys(Words name, LongConsumer sink) {
    List<Word> words = name.words();
    for (int i = 0; i + 1 < words.size(); i++) {
      if (words.get(i).isMarked() && words.get(i + 1).isMarked()) {
        String joined = words.get(i).latin + words.get(i + 1).latin;
        sink.accept(Keys.of(Kind.NAME, Keys.Way.SOUND, Sound.of(joined)));
      }
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
    Paired paired = Paired.of(a.words(), b.words(), (x, y) -> word(x, y, counts));
    if (paired.pairs() == 0) {
      return Outcome.different(model);
    }
    double most = Model.bits(model.exact(), whole(a, b, counts));
    double bits = Math.min(paired.bits(), most) - against(paired);
    if (paired.isComplete()) {
      return new Outcome(
          complete(a, b, paired), Math.max(bits, LEAST), frequency(b, paired, counts));
    }
    if (bits <= 0 && !paired.leftAsked().isEmpty() && !paired.leftFound().isEmpty()) {
      return new Outcome(Agreement.DIFFERENT, Math.max(bits, model.different()), 0);
    }
    return new Outcome(Agreement.PARTIAL, Math.max(bits, LEAST), paired.frequency());
  }

  /// What counts against: words of both that have no other, and words that only one has. A word
  /// that everybody has counts for little here, too.
  private static double against(Paired paired) {
    if (paired.isComplete()) {
      return 0;
    }
    double[] asked = worth(paired.leftAsked());
    double[] found = worth(paired.leftFound());
    int both = Math.min(asked.length, found.length);
    double against = 0;
    for (int i = 0; i < both; i++) {
      against += UNPAIRED * Math.min(1, Math.min(asked[i], found[i]) / WORTH);
    }
    double missing = 0;
    double[] longer = asked.length > found.length ? asked : found;
    for (int i = both; i < longer.length; i++) {
      missing += MISSING * Math.min(1, longer[i] / WORTH);
    }
    against += isOtherSex(paired) ? OTHER_SEX : 0;
    boolean oneWord = paired.pairs() == 1 && both == 0 && longer.length > 0;
    return against + Math.min(MOST_MISSING, missing) + (oneWord ? ONE_WORD : 0);
  }

  private static boolean isOtherSex(Paired paired) {
    return (isAmong(WOMEN, paired.leftAsked()) && isAmong(MEN, paired.leftFound()))
        || (isAmong(MEN, paired.leftAsked()) && isAmong(WOMEN, paired.leftFound()));
  }

  private static boolean isAmong(Set<String> known, List<Word> words) {
    for (Word word : words) {
      if (known.contains(word.latin)) {
        return true;
      }
    }
    return false;
  }

  /// What the words would be worth, the most first.
  private static double[] worth(List<Word> words) {
    return words.stream()
        .mapToDouble(word -> Math.log(word.share) / Math.log(2))
        .sorted()
        .map(bits -> -bits)
        .toArray();
  }

  /// u of two whole names: what chance there is that somebody else has all of it.
  private static double whole(Words a, Words b, Counts counts) {
    double others = (counts.others(a.whole()) + counts.others(b.whole())) / 2.0;
    return (others + 0.05) / (counts.holders(Kind.NAME) + 1000.0);
  }

  private static long frequency(Words found, Paired aligned, Counts counts) {
    long whole = counts.of(found.whole());
    return whole > 0 && aligned.weakest() == Agreement.EXACT ? whole : aligned.frequency();
  }

  private static Agreement complete(Words a, Words b, Paired paired) {
    Agreement weakest = paired.weakest();
    if (weakest != Agreement.EXACT) {
      return weakest;
    }
    if (a.script() != b.script()) {
      return Agreement.SAME_IN_ANOTHER_SCRIPT;
    }
    return paired.ordered() == Alignment.Order.SAME
        ? Agreement.EXACT
        : Agreement.SAME_WORDS_OTHER_ORDER;
  }

  private static @Nullable Outcome word(Word a, Word b, Counts counts) {
    WordMatch match = WordMatch.of(a, b);
    return switch (match) {
      case NONE -> null;
      case SAME -> outcome(match, counts.chance(Kind.NAME, b), b.holders());
      case OTHER_SCRIPT, HEARD_IN_OTHER_SCRIPT, SOUND, SHORT_SOUND -> {
        long holders = Math.max(counts.of(a.soundKey), counts.of(b.soundKey));
        yield outcome(match, soundChance(a, b, counts), holders);
      }
      default -> {
        double commoner = Math.max(chance(a, counts), chance(b, counts));
        yield outcome(match, commoner, b.holders());
      }
    };
  }

  /// How often a word that sounds so is held: like the one or the other, the commoner counts.
  private static double soundChance(Word a, Word b, Counts counts) {
    return Math.max(counts.soundChance(a), counts.soundChance(b));
  }

  /// Of a word in another script, how often any word that sounds like it is held.
  private static double chance(Word word, Counts counts) {
    double own = counts.chance(Kind.NAME, word);
    return word.isMarked() ? Math.max(own, counts.soundChance(word)) : own;
  }

  private static Outcome outcome(WordMatch match, double u, long frequency) {
    return new Outcome(match.agreement(), match.bits(u), frequency);
  }
}
