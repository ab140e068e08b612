package org.clew.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/// The words of made-up advertisements: the small words of English as they are, among them those
/// that sound like digits; all others of syllables, after Zipf's law.
final class AdWords {
  private static final String[] SMALL =
      ("the and to a you for i in me my is of be all with your are am at no or on we it new here now "
              + "one so not can have this call only just will out time more up good very too two if "
              + "from by real day when do let free night won what ask any best come off us see ten ate "
              + "four three oh five six")
          .split(" ", -1);
  private static final String[] STARTS =
      "ba da ka la ma na ra sa ta va be de ke le me ne re se te bo do ko lo mo no ro so to shi cha ju li gra pli fru sto"
          .split(" ", -1);
  private static final String[] ENDS =
      "n r l s m d t k ni ri li si no ro lo so rd lt ng ck ing er ed ly".split(" ", -1);
  private static final String[] EMOJI = {
    "💋", "🌹", "🔥", "💎", "✨", "❤️", "📞", "🍒", "⭐", "👑", "😘", "☎"
  };
  private static final int CONTENT_WORDS = 20_000;
  private static final double SMALL_SHARE = 0.45;
  private static final double REPLACED = 0.02;
  private static final double DROPPED = 0.015;
  private static final double TYPO = 0.015;

  private final SplittableRandom random;

  AdWords(SplittableRandom random) {
    this.random = random;
  }

  List<String> sentence(int from, int to) {
    List<String> words = new ArrayList<>();
    for (int i = random.nextInt(from, to); i > 0; i--) {
      words.add(word());
    }
    return List.copyOf(words);
  }

  private String word() {
    return random.nextDouble() < SMALL_SHARE
        ? SMALL[zipf(SMALL.length)]
        : made(zipf(CONTENT_WORDS), 3);
  }

  /// A sentence as one ad has it: words replaced, left out, mistyped.
  String edited(List<String> sentence) {
    List<String> out = new ArrayList<>();
    for (String word : sentence) {
      double lot = random.nextDouble();
      if (lot < REPLACED) {
        out.add(word());
      } else if (lot < REPLACED + TYPO && word.length() > 3) {
        int at = random.nextInt(1, word.length() - 1);
        out.add(
            word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2));
      } else if (lot >= REPLACED + TYPO + DROPPED || lot < REPLACED + TYPO) {
        out.add(word);
      }
    }
    String text = String.join(" ", out);
    return random.nextDouble() < 0.08 ? text.toUpperCase(Locale.ROOT) : text;
  }

  /// Parts put together with the signs and pictures of one ad.
  String decorated(List<String> parts) {
    var text = new StringBuilder();
    boolean pictures = random.nextDouble() < 0.6;
    String end = new String[] {". ", "! ", "\n", " - ", ", "}[random.nextInt(5)];
    for (String part : parts) {
      text.append(part);
      if (pictures && random.nextDouble() < 0.3) {
        text.append(' ').append(EMOJI[random.nextInt(EMOJI.length)]);
      }
      text.append(end);
    }
    return text.toString().strip();
  }

  String name(int rank) {
    String name = made(rank, 7);
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  String city(int rank) {
    return name(rank + 100_000) + "ville";
  }

  /// A word by its rank: the same rank is always the same word.
  private static String made(int rank, long kind) {
    SplittableRandom own = new SplittableRandom(rank * 31L + kind);
    var word = new StringBuilder();
    for (int i = 0; i < 1 + own.nextInt(3); i++) {
      word.append(STARTS[own.nextInt(STARTS.length)]);
    }
    return word.append(ENDS[own.nextInt(ENDS.length)]).toString();
  }

  /// A rank from 0, where rank r is about 1/(r+1) as frequent as rank 0.
  int zipf(int ranks) {
    return (int) Math.min(ranks - 1.0, Math.exp(random.nextDouble() * Math.log(ranks + 1.0)) - 1);
  }
}
