package org.clew.linkage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How common words of names are in the world: Nguyen, Kumar, Singh and Begum say next to nothing,
/// in however short a list they stand.
final class CommonNames {
  private static final double USUAL = 1e-3;

  /// The shorter a word, the more people bear it, and the longer the fewer.
  private static final double SHORT = 4e-3;

  private static final double SHORTER = 2e-3;
  private static final double LONG = 5e-4;
  private static final Map<String, Double> SHARES = new HashMap<>();
  private static final Map<String, List<Known>> BY_SOUND = new HashMap<>();

  private record Known(NameSpelling spelling, double share) {}

  static {
    for (var names : NameLists.lines("common-names.txt")) {
      double share = 1 / Double.parseDouble(names.getFirst());
      for (String name : names.subList(1, names.size())) {
        SHARES.merge(name, share, Math::max);
        BY_SOUND
            .computeIfAbsent(Sound.of(name), _ -> new ArrayList<>())
            .add(new Known(NameSpelling.latin(name), share));
      }
    }
  }

  private CommonNames() {}

  /// Of people who bear names of its kind, about which part bear this word.
  static double share(String latin) {
    return SHARES.getOrDefault(latin, rare(latin.length()));
  }

  /// The same of a word of another script, which stands for all its spellings in Latin letters.
  static double share(NameSpelling usual) {
    double share = usual.isAbjad() ? USUAL : rare(usual.latin().length());
    for (Known known : BY_SOUND.getOrDefault(Sound.of(usual.latin()), List.of())) {
      if (known.share > share && Echo.isSame(usual, known.spelling)) {
        share = known.share;
      }
    }
    return share;
  }

  private static double rare(int length) {
    return length <= 3 ? SHORT : length == 4 ? SHORTER : length < 8 ? USUAL : LONG;
  }
}
