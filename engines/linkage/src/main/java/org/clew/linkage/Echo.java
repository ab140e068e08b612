package org.clew.linkage;

import org.clew.linkage.NameSpelling.Manner;

/// How far apart two spellings of a name sound, where at least one was written in another script:
/// the cheapest way to turn the sounds of one into those of the other (Wagner & Fischer 1974, with
/// costs by sound). Cheap is what romanisations of one name do to each other: p for ph, v for w, a
/// vowel that one writes and the other does not. The costs are our own judgement of what is usual,
/// set by kinds of sounds and not by names.
final class Echo {
  /// A vowel that may be spoken or not, and of which nothing is known.
  static final char OPTIONAL = '@';

  private static final int LONGEST = 40;
  private static final float OTHER = 1;
  private static final float FORGIVEN = 0.36f;

  /// From how many sounds on two words may be said to be close.
  private static final int SHORTEST = 4;

  /// Sounds that stand for each other, with what that costs in hundredths.
  private static final String COSTS =
      """
      pb60 pP10 pf40 Pf10 Pb60 bB10 Bv25 bv35 vw10 vf30 vP30 pB60 wb60
      td60 tT10 dD10 dT60 Tc45 tc35 Dz20 Ts50 tD60 dz60
      kg60 kK15 gG10 KG60 Kg60 Kh15 Gh50 gh35 qk0 qg15 kG60 qG20 qK15
      sS20 sz15 zZ30 SZ35 Sz35 zj25 Zj15 jC25 CS25 Cc25 cs20 cz25 cS30 ZC35 js45 Cs40 jc35 Tz60 jg30
      jy35 Zy50 ry40 rl45 lr45 ln60 Nn15 mn50 mN60 rn70 yi10 wu10 we40
      ae20 ao25 ai60 au45 ei15 eo50 eu50 ou15 io70 iu55 aI30 eI15 iI20 oI60 aU30 oU15 uU20 eU50 IU70 uI60 iU70
      Aa0 Ae10 Ao20 AI30 AU30 Ai70 Au70 Ya80 YA70 Yi0 Ye0 YI0 Yy0 Wu0 Wo0 WU0 Ww0 Wv0 WY80 Wa80 Yj60
      Ea0 Ee0 Ei0 Eo0 Eu0 EI10 EU10 EA5 Ha0 He5 Ht10 HT20 HA5 Hh5
      Xt0 XT0 Xs0 Xc30 Vd0 VD0 Vz0 VZ20 Vj30 Qz0 QD0 Qd10 QV10 Vs30 Qs20
      """;

  private static final float[][] COST = costs();

  private Echo() {}

  /// How alike two words sound.
  enum Likeness {
    SAME,
    CLOSE,
    OTHER
  }

  private static float[][] costs() {
    float[][] out = new float[128][128];
    for (int i = 0; i < 128; i++) {
      for (int j = 0; j < 128; j++) {
        out[i][j] = i == j ? 0 : OTHER;
      }
    }
    for (String each : COSTS.strip().split("\\s+", -1)) {
      char a = each.charAt(0);
      char b = each.charAt(1);
      out[a][b] = Integer.parseInt(each.substring(2)) / 100f;
      out[b][a] = out[a][b];
    }
    String vowels = "aeiouIU";
    for (int i = 0; i < vowels.length(); i++) {
      out[OPTIONAL][vowels.charAt(i)] = 0.05f;
      out[vowels.charAt(i)][OPTIONAL] = 0.05f;
    }
    return out;
  }

  /// How alike two words of sounds are, each as [NameSpelling] gives them.
  static Likeness likeness(NameSpelling a, NameSpelling b) {
    String left = a.sounds();
    String right = b.sounds();
    if (left.isEmpty() || right.isEmpty() || left.length() > LONGEST || right.length() > LONGEST) {
      return Likeness.OTHER;
    }
    float cost = cost(a, b);
    int length = Math.max(heard(left), heard(right));
    boolean unvoweled = a.isAbjad() != b.isAbjad();
    if (unvoweled) {
      length = heard(a.isAbjad() ? left : right);
    }
    if (a.manner() == Manner.SYLLABLES || b.manner() == Manner.SYLLABLES) {
      return cost <= 0.05f * length + 0.05f
          ? Likeness.SAME
          : length > SHORTEST && cost <= 0.12f * length ? Likeness.CLOSE : Likeness.OTHER;
    }
    if (cost <= (unvoweled ? 0.05f * length + 0.15f : 0.09f * length + 0.2f)) {
      return Likeness.SAME;
    }
    return length >= SHORTEST && cost <= 0.16f * length + 0.1f ? Likeness.CLOSE : Likeness.OTHER;
  }

  /// Whether two words sound alike beyond doubt, as far as what is written of them goes.
  static boolean isSame(NameSpelling a, NameSpelling b) {
    int length = Math.max(heard(a.sounds()), heard(b.sounds()));
    return length <= LONGEST && cost(a, b) <= 0.03f * length + 0.1f;
  }

  private static int heard(String sounds) {
    int heard = 0;
    for (int i = 0; i < sounds.length(); i++) {
      heard += sounds.charAt(i) == OPTIONAL || sounds.charAt(i) == 'E' ? 0 : 1;
    }
    return heard;
  }

  private static float cost(NameSpelling one, NameSpelling other) {
    String a = one.sounds();
    String b = other.sounds();
    boolean abjadA = one.isAbjad();
    boolean abjadB = other.isAbjad();
    Manner manner = one.manner() == Manner.PLAIN ? other.manner() : one.manner();
    int columns = b.length() + 1;
    float[] last = new float[columns];
    float[] now = new float[columns];
    for (int j = 1; j < columns; j++) {
      last[j] = last[j - 1] + lost(b, j - 1, abjadA);
    }
    for (int i = 1; i <= a.length(); i++) {
      float without = lost(a, i - 1, abjadB);
      now[0] = last[0] + without;
      for (int j = 1; j < columns; j++) {
        float best = last[j - 1] + swapped(a, i - 1, b, j - 1, manner);
        best = Math.min(best, last[j] + without);
        now[j] = Math.min(best, now[j - 1] + lost(b, j - 1, abjadA));
      }
      float[] spare = last;
      last = now;
      now = spare;
    }
    return last[columns - 1];
  }

  private static float swapped(String a, int i, String b, int j, Manner manner) {
    char x = a.charAt(i);
    char y = b.charAt(j);
    if (x == y) {
      return 0;
    }
    if (x >= 128 || y >= 128) {
      return OTHER;
    }
    if (manner == Manner.SYLLABLES) {
      return inSyllables(x, y);
    }
    if (manner == Manner.LOOSE && isVoicing(x, y)) {
      return 0.3f;
    }
    boolean first = i == 0 && j == 0;
    if (first && (x == 'A' || y == 'A') && (Phonemes.isVowel(x) || Phonemes.isVowel(y))) {
      return 0;
    }
    boolean last = i == a.length() - 1 && j == b.length() - 1;
    boolean ending = last || (isBeforeConsonant(a, i) && isBeforeConsonant(b, j));
    if (ending) {
      if (isEither(x, y, 'l', 'n') || isEither(x, y, 's', 't') || isEither(x, y, 'C', 't')) {
        return 0.25f;
      }
      if (last
          && (isEither(x, y, 'Y', 'a') || isEither(x, y, 'h', 'a') || isEither(x, y, 'h', 'e'))) {
        return 0.1f;
      }
      if (isEither(x, y, 'r', 'n') || isEither(x, y, 'S', 't')) {
        return 0.3f;
      }
    }
    // The first sound is seldom another.
    return first && COST[x][y] > FORGIVEN ? COST[x][y] + 0.4f : COST[x][y];
  }

  /// Wade–Giles writes p for both p and b; a vowel that differs is another syllable.
  private static float inSyllables(char x, char y) {
    if (isVoicing(x, y)) {
      return 0.1f;
    }
    float vowel = Phonemes.isVowel(x) && Phonemes.isVowel(y) ? 0.5f : 0;
    return Math.min(OTHER, Math.max(vowel, 2.5f * COST[x][y]));
  }

  private static boolean isVoicing(char x, char y) {
    char a = Character.toLowerCase(x);
    char b = Character.toLowerCase(y);
    return isEither(a, b, 'p', 'b') || isEither(a, b, 't', 'd') || isEither(a, b, 'k', 'g');
  }

  private static boolean isEither(char x, char y, char one, char other) {
    return (x == one && y == other) || (x == other && y == one);
  }

  private static boolean isBeforeConsonant(String sounds, int i) {
    int next = i + 1;
    return next < sounds.length()
        && !Phonemes.isVowel(sounds.charAt(next))
        && sounds.charAt(next) != 'y';
  }

  /// What it costs that one word has a sound the other has not.
  ///
  /// @param unvoweled whether the other is written without its short vowels
  private static float lost(String sounds, int i, boolean unvoweled) {
    char c = sounds.charAt(i);
    boolean last = i == sounds.length() - 1;
    return switch (c) {
      case OPTIONAL, 'E' -> 0.03f;
      case 'a' -> unvoweled ? (last ? 0.6f : 0.03f) : 0.25f;
      case 'e' -> unvoweled ? (last ? 0.25f : 0.03f) : 0.25f;
      case 'i', 'u' -> unvoweled ? (last ? 0.6f : 0.03f) : 0.35f;
      case 'o' -> unvoweled ? (last ? 0.6f : 0.03f) : 0.4f;
      case 'I', 'U' -> unvoweled ? 0.7f : 0.5f;
      case 'A' -> 0.45f;
      case 'H' -> 0.8f;
      case 'h' -> last ? 0.1f : 0.2f;
      case 'y' -> 0.25f;
      case 'w' -> 0.35f;
      case 'r' -> last ? 0.15f : Phonemes.isVowel(sounds.charAt(i + 1)) ? OTHER : 0.3f;
      case 'g' -> isAfterN(sounds, i) ? 0.2f : OTHER;
      case 't', 'k', 'd', 'T', 'D' -> last ? 0.45f : 0.8f;
      default -> OTHER;
    };
  }

  /// Whether `n` and `g` may be what another writes for `ng`.
  private static boolean isAfterN(String sounds, int i) {
    int before = i > 1 && sounds.charAt(i - 1) == OPTIONAL ? i - 2 : i - 1;
    return before >= 0 && sounds.charAt(before) == 'n';
  }

  /// A key that all spellings of one name share, or nearly all: its first three kinds of
  /// consonants.
  static int key(String sounds) {
    int key = 0;
    int count = 0;
    int before = 0;
    for (int i = 0; i < sounds.length() && count < 3; i++) {
      int kind = kind(sounds.charAt(i), i == 0, i == sounds.length() - 1);
      if (kind > 0 && kind != before) {
        key = key << 4 | kind;
        count++;
        before = kind;
      }
    }
    return key;
  }

  private static int kind(char sound, boolean first, boolean last) {
    return switch (sound) {
      case 'p', 'b', 'P', 'B', 'f' -> 1;
      case 't', 'd', 'T', 'D', 'X', 'V' -> 2;
      case 'k', 'g', 'K', 'G', 'q' -> 3;
      case 's', 'z', 'S', 'Z', 'c', 'C', 'j', 'Q' -> 4;
      case 'm' -> 5;
      case 'n', 'N' -> 6;
      case 'l' -> last ? 6 : 7;
      case 'r' -> first ? 8 : 0;
      case 'v', 'w', 'W' -> first ? 9 : 0;
      case 'h' -> first ? 10 : 0;
      case 'y', 'Y' -> first ? 11 : 0;
      case 'a', 'e', 'i', 'o', 'u', 'I', 'U', 'A', 'E', OPTIONAL -> first ? 12 : 0;
      default -> 0;
    };
  }
}
