package org.clew.bench;

import java.util.Locale;
import java.util.SplittableRandom;

/// Phones as advertisements write them, and numbers in them that are no phones. The phones are of
/// the range reserved for fiction (555-01xx).
final class AdPhones {
  private static final int[] AREAS = {
    201, 202, 203, 205, 206, 207, 208, 209, 210, 212, 213, 214, 215, 216, 217, 218, 219, 224, 225,
    228, 229, 231, 234, 239, 240, 248, 251, 252, 253, 254, 256, 260, 262, 267, 269, 270, 276, 281,
    301, 302, 303, 304, 305, 307, 308, 309, 310, 312, 313, 314, 315, 316, 317, 318, 319, 320, 321,
    323, 325, 330, 334, 336, 337, 339, 347, 351, 352, 360, 361, 386, 401, 402, 404, 405, 406, 407,
    408, 409, 410, 412, 413, 414, 415, 417, 419, 423, 424, 425, 432, 434, 435, 440, 443, 469, 478,
    480, 484, 501, 502, 503, 504, 505, 507, 508, 509, 510, 512, 513, 515, 516, 517, 518, 520, 530,
    540, 541, 551, 559, 561, 562, 563, 567, 570, 571, 573, 574, 575, 580, 585, 586, 601, 602, 603,
    605, 606, 607, 608, 609, 610, 612, 614, 615, 616, 617, 618, 619, 620, 623, 626, 630, 631, 636,
    641, 646, 650, 651, 660, 661, 662, 678, 682, 701, 702, 703, 704, 706, 707, 708, 712, 713, 714,
    715, 716, 717, 718, 719, 720, 724, 727, 731, 732, 734, 740, 754, 757, 760, 763, 765, 770, 772,
    773, 774, 775, 781, 785, 786, 801, 802, 803, 804, 805, 806, 808, 810, 812, 813, 814, 815, 816,
    817, 818, 828, 830, 831, 832, 843, 845, 847, 850, 856, 857, 858, 859, 860, 862, 863, 864, 865,
    870, 901, 903, 904, 906, 907, 908, 909, 910, 912, 913, 914, 915, 916, 917, 918, 919, 920, 925,
    928, 931, 936, 937, 940, 941, 947, 949, 951, 952, 954, 956, 970, 971, 972, 973, 978, 979, 980
  };
  private static final String[] WORDS = {
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"
  };
  private static final String[] SOUNDS = {
    "oh", "won", "to", "tree", "for", "fife", "sicks", "sevin", "ate", "nein"
  };
  private static final String[] NOISE = {
    "💋", "🔥", "*", "~", "❤️", "✨", "_-_", "..", "^", "🌹🌹", "<>", "|"
  };
  private static final String LEET = "OlZ345G7B9";
  private static final String[] CALLS = {
    "call ", "text ", "", "call or text ", "hit me up ", "my number is ", "cell: ", "📞 "
  };

  private final SplittableRandom random;

  /// The ways in which a phone is written.
  enum Kind {
    DIGIT_WORDS,
    MIXED,
    SPACED,
    BRACKETS,
    FULL_WIDTH,
    KEYCAP,
    CIRCLED,
    BOLD,
    LEET,
    NOISE,
    LINES,
    TURNED
  }

  AdPhones(SplittableRandom random) {
    this.random = random;
  }

  /// A number in E.164.
  String number() {
    return "+1%d55501%02d".formatted(AREAS[random.nextInt(AREAS.length)], random.nextInt(100));
  }

  Kind kind() {
    return Kind.values()[random.nextInt(Kind.values().length)];
  }

  /// The number as an ad writes it.
  String written(String e164, Kind kind) {
    String digits = e164.substring(2);
    String written =
        switch (kind) {
          case DIGIT_WORDS -> said(digits, 0, 0.35);
          case MIXED -> said(digits, 0.5, 0.2);
          case SPACED -> spaced(digits);
          case BRACKETS -> brackets(digits);
          case FULL_WIDTH -> shifted(digits, 0xFF10);
          case KEYCAP -> digits.replaceAll("(.)", "$1\uFE0F\u20E3");
          case CIRCLED -> circled(digits);
          case BOLD -> shifted(digits, new int[] {0x1D7CE, 0x1D7EC, 0x1D7F6}[random.nextInt(3)]);
          case LEET -> leet(digits);
          case NOISE -> noisy(digits);
          case LINES -> lines(digits);
          case TURNED -> turned(digits);
        };
    return CALLS[random.nextInt(CALLS.length)] + written;
  }

  private String said(String digits, double figures, double sounds) {
    var out = new StringBuilder();
    String between = new String[] {" ", " ", "-", ". ", ""}[random.nextInt(5)];
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) - '0';
      String word =
          random.nextDouble() < figures
              ? String.valueOf(digit)
              : random.nextDouble() < sounds ? SOUNDS[digit] : WORDS[digit];
      out.append(out.isEmpty() ? "" : between)
          .append(random.nextDouble() < 0.2 ? word.toUpperCase(Locale.ROOT) : word);
    }
    return out.toString();
  }

  private String spaced(String digits) {
    String between = new String[] {" ", ".", "_", " . ", "-", "/"}[random.nextInt(6)];
    return random.nextBoolean()
        ? String.join(between, digits.split("", -1)).strip()
        : groups(digits, between);
  }

  private static String groups(String digits, String between) {
    return digits.substring(0, 3)
        + between
        + digits.substring(3, 6)
        + between
        + digits.substring(6);
  }

  private String brackets(String digits) {
    return switch (random.nextInt(4)) {
      case 0 ->
          "(%s) %s-%s"
              .formatted(digits.substring(0, 3), digits.substring(3, 6), digits.substring(6));
      case 1 ->
          "[%s][%s][%s]"
              .formatted(digits.substring(0, 3), digits.substring(3, 6), digits.substring(6));
      case 2 -> digits.replaceAll("(.)", "($1)");
      default ->
          "{%s} %s {%s}"
              .formatted(digits.substring(0, 3), digits.substring(3, 6), digits.substring(6));
    };
  }

  private static String shifted(String digits, int zero) {
    var out = new StringBuilder();
    digits.chars().forEach(digit -> out.appendCodePoint(zero + digit - '0'));
    return out.toString();
  }

  private String circled(String digits) {
    boolean black = random.nextBoolean();
    var out = new StringBuilder();
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) - '0';
      out.appendCodePoint(
          digit == 0 ? (black ? 0x24FF : 0x24EA) : (black ? 0x2775 : 0x245F) + digit);
      out.append(random.nextInt(4) == 0 ? " " : "");
    }
    return out.toString();
  }

  /// Up to four of the digits are letters that look like them.
  private String leet(String digits) {
    var out = new StringBuilder(groups(digits, random.nextBoolean() ? "-" : " "));
    for (int i = 0; i < 4; i++) {
      int at = random.nextInt(out.length());
      char c = out.charAt(at);
      if (c >= '0' && c <= '9') {
        out.setCharAt(at, LEET.charAt(c - '0'));
      }
    }
    return out.toString();
  }

  private String noisy(String digits) {
    var out = new StringBuilder();
    String noise = NOISE[random.nextInt(NOISE.length)];
    for (int i = 0; i < digits.length(); i++) {
      out.append(digits.charAt(i));
      if (random.nextDouble() < 0.7) {
        out.append(random.nextInt(4) == 0 ? NOISE[random.nextInt(NOISE.length)] : noise);
      }
    }
    return out.toString();
  }

  private String lines(String digits) {
    return random.nextBoolean()
        ? groups(digits, "\n")
        : groups(digits, random.nextBoolean() ? "\n\n" : " \n ") + "\n";
  }

  /// The area code named, or the number read from its end.
  private String turned(String digits) {
    String area = digits.substring(0, 3);
    String rest = said(digits.substring(3), 0.3, 0.1);
    return switch (random.nextInt(4)) {
      case 0 -> "area code %s then %s".formatted(area, rest);
      case 1 -> "%s area code %s".formatted(rest, area);
      case 2 -> "area code is %s and %s".formatted(said(area, 0, 0), rest);
      default -> new StringBuilder(digits).reverse() + " (backwards)";
    };
  }

  /// Numbers that are no phones.
  String decoy() {
    return switch (random.nextInt(16)) {
      case 0 -> "$%d hr / $%d half".formatted(any(100, 500), any(80, 300));
      case 1 -> "%d roses for %d min".formatted(any(100, 500), any(15, 120));
      case 2 -> "%d-%d-%d".formatted(any(30, 40), any(22, 30), any(32, 42));
      case 3 ->
          "%d'%d\" %d lbs %d yrs old".formatted(any(4, 7), any(0, 12), any(90, 190), any(21, 40));
      case 4 -> "available 24/7";
      case 5 -> "open %dam - %dpm, mon to fri".formatted(any(7, 12), any(5, 12));
      case 6 ->
          "from %02d/%02d/2026 to %02d/%02d/2026"
              .formatted(any(1, 13), any(1, 29), any(1, 13), any(1, 29));
      case 7 ->
          "since 2026-%02d-%02d %02d:%02d"
              .formatted(any(1, 13), any(1, 29), any(0, 24), any(0, 60));
      case 8 -> "order #%d".formatted(long10());
      case 9 -> "voucher %d".formatted(long10());
      case 10 -> "%d one on one, two for %d".formatted(any(18, 60), any(100, 500));
      case 11 -> "%d %d %d specials".formatted(any(100, 200), any(150, 300), any(200, 500));
      case 12 -> "100%% real, no. %d of %d".formatted(any(1, 10), any(10, 99));
      case 13 ->
          "£%d/€%d %d mins, %d mins"
              .formatted(any(100, 300), any(100, 300), any(15, 60), any(60, 90));
      case 14 -> "ref %04d-%04d-%04d".formatted(any(1000, 9999), any(1000, 9999), any(1000, 9999));
      default -> "ad id: %d".formatted(any(1_000_000, 99_999_999));
    };
  }

  private int any(int from, int to) {
    return random.nextInt(from, to);
  }

  private long long10() {
    return random.nextLong(2_000_000_000L, 9_999_999_999L);
  }
}
