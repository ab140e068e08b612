package org.clew.linkage;

/// Names of postings: 64-bit hashes of what records have in common. The kind and the way are part
/// of the key, so that a surname and a street of one spelling do not meet.
final class Keys {
  /// How a key was made of a value.
  enum Way {
    WHOLE,
    PLAIN,
    WORD,
    SOUND,
    PAIR,
    PET,
    SPELLING,
    ECHO,
    FRONT,
    ENDING,
    LONG_ENDING,
    LOOK,
    PART,
    DELETED
  }

  private Keys() {}

  static long of(Kind kind, Way way, CharSequence text) {
    long hash = seed(kind, way);
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
      hash ^= hash >>> 29;
    }
    return mix(hash);
  }

  static long of(Kind kind, Way way, long number) {
    return mix(mix(number + 0x632BE59BD9B4E019L) + seed(kind, way));
  }

  private static long seed(Kind kind, Way way) {
    return kind.name().hashCode() * 0x9E3779B97F4A7C15L + way.name().hashCode();
  }

  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
