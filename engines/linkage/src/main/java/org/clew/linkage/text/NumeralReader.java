package org.clew.linkage.text;

/// Reads the numerals of a text, and what stands around them: what measures, refers to something or
/// is called a phone. For one thread at a time.
final class NumeralReader {
  /// A pound key or a picture of a phone is a cue, too.
  private static final String CUES = "☎☏✆📞📱📲";

  private static final String MONEY = "$£€¥₹₽₺₴฿₦₱₩₫";
  private static final String UNITS = "%°\"″”";

  /// Of ASCII, the signs that say something about a number.
  private static final boolean[] SIGNS = new boolean[0x80];

  static {
    "+#$%\"".chars().forEach(c -> SIGNS[c] = true);
  }

  private static final int LONG = 7;

  private final Numerals numerals = new Numerals();

  /// The text, and how much of the room it takes.
  private char[] text = new char[1 << 10];

  private int length;

  // the run that is being read
  private long hash;
  private int runStart = -1;
  private int letters;
  private int first;
  private int second;
  private boolean figures;
  private int runFlags;
  private boolean gluedBefore;

  // what was said of the numeral to come
  private int pending;
  private int repeat;
  private boolean measured;
  private boolean reference;

  /// Reads a text. The numerals are those of the text before no more.
  Numerals read(String whole) {
    length = whole.length();
    if (length > text.length) {
      text = new char[Math.max(length, text.length * 2)];
    }
    whole.getChars(0, length, text, 0);
    numerals.clear();
    pending = 0;
    repeat = 0;
    measured = false;
    reference = false;
    runStart = -1;
    gluedBefore = false;
    int at = 0;
    while (at < length) {
      char c = text[at];
      boolean pair =
          Character.isHighSurrogate(c) && at + 1 < length && Character.isLowSurrogate(text[at + 1]);
      int next = at + (pair ? 2 : 1);
      int codePoint = pair ? Character.toCodePoint(c, text[at + 1]) : c;
      int glyph = Glyphs.of(codePoint);
      at =
          Glyphs.kind(glyph) == Glyphs.LETTER
              ? letters(at, next, Glyphs.folded(glyph))
              : other(glyph, codePoint, at, next);
    }
    close(length, false);
    return numerals;
  }

  /// Reads letters up to the next character that is none; the answer is where that stands.
  private int letters(int from, int second, int folded) {
    if (runStart >= 0 && figures) {
      close(from, true);
    }
    if (runStart < 0) {
      begin(from, false);
    }
    letter(folded);
    long word = hash;
    int at = second;
    int count = letters;
    while (at < length) {
      int glyph = Glyphs.of(text[at]);
      if (Glyphs.kind(glyph) != Glyphs.LETTER) {
        break;
      }
      if (count == 1) {
        this.second = Glyphs.folded(glyph);
      }
      word = Hashes.letter(word, Glyphs.folded(glyph));
      count++;
      at++;
    }
    hash = word;
    letters = count;
    return at;
  }

  private int other(int glyph, int c, int at, int next) {
    switch (Glyphs.kind(glyph)) {
      case Glyphs.DIGIT -> {
        if (runStart >= 0 && !figures) {
          close(at, true);
        }
        if (runStart < 0) {
          begin(at, true);
        }
        numerals.digit(Glyphs.folded(glyph));
        runFlags |= style(Glyphs.style(glyph));
      }
      case Glyphs.UNSEEN -> unseen(c, at, next);
      case Glyphs.IDEOGRAPH -> {
        close(at, false);
        begin(at, false);
        letter(c);
        close(next, false);
      }
      default -> {
        close(at, false);
        sign(c, at);
      }
    }
    return next;
  }

  private void begin(int at, boolean isFigures) {
    runStart = at;
    figures = isFigures;
    hash = Hashes.WORD;
    letters = 0;
    runFlags = 0;
  }

  private void letter(int folded) {
    hash = Hashes.letter(hash, folded);
    if (letters == 0) {
      first = folded;
    } else if (letters == 1) {
      second = folded;
    }
    letters++;
  }

  private static int style(int style) {
    return switch (style) {
      case Glyphs.FULL_WIDTH -> PhoneRule.FULL_WIDTH.flag;
      case Glyphs.ENCLOSED -> PhoneRule.ENCLOSED.flag;
      case Glyphs.MATHEMATICAL -> PhoneRule.MATHEMATICAL.flag;
      case Glyphs.OTHER_SCRIPT -> PhoneRule.OTHER_SCRIPT.flag;
      default -> 0;
    };
  }

  /// A keycap belongs to its digit; an apostrophe after one is feet or minutes.
  private void unseen(int c, int at, int next) {
    if (c == 0x20E3 && runStart >= 0 && figures) {
      runFlags |= PhoneRule.KEYCAP.flag;
    } else if ((c == '\'' || c == '’') && runStart >= 0 && figures) {
      close(at, false);
      numerals.mask(numerals.size() - 1);
      measured = next < length && Character.isDigit(text[next]);
    }
  }

  private void sign(int c, int at) {
    if (c < SIGNS.length && !SIGNS[c]) {
      return;
    }
    if (c == '+' || c == '＋' || c == '➕') {
      pending |= Numerals.PLUS;
    } else if (MONEY.indexOf(c) >= 0) {
      if (isBeforeFigure(at)) {
        measured = !isBetweenFigures(at);
      } else {
        maskMeasured(at);
      }
    } else if (UNITS.indexOf(c) >= 0) {
      maskMeasured(at);
    } else if (CUES.indexOf(c) >= 0) {
      pending |= Numerals.CUED;
    } else if (c == '#') {
      reference = isLongNumber(at + 1);
    }
  }

  private boolean isBeforeFigure(int at) {
    int next = at + 1;
    if (next < length && text[next] == ' ') {
      next++;
    }
    return next < length && Character.isDigit(text[next]);
  }

  private boolean isBetweenFigures(int at) {
    return endsAt(at) && Character.isDigit(text[at + 1]);
  }

  private boolean isLongNumber(int from) {
    int at = from;
    while (at < length && Character.isDigit(text[at])) {
      at++;
    }
    return at - from >= LONG;
  }

  private void close(int at, boolean glued) {
    if (runStart < 0) {
      gluedBefore = glued;
      return;
    }
    if (figures) {
      add(runStart, at, runFlags);
    } else {
      word(at, glued);
    }
    runStart = -1;
    gluedBefore = glued;
  }

  private void word(int end, boolean gluedAfter) {
    int meaning = NumberWords.meaning(hash);
    int value = NumberWords.value(meaning);
    switch (NumberWords.kind(meaning)) {
      case NumberWords.DIGIT -> said(value, end, PhoneRule.DIGIT_WORDS, 0);
      case NumberWords.SOUND -> said(value, end, PhoneRule.SOUNDS_LIKE_DIGITS, Numerals.WEAK);
      case NumberWords.TENS -> said(tens(value, end), end, PhoneRule.DIGIT_WORDS, 0);
      case NumberWords.ZEROS -> said("0".repeat(value), end, PhoneRule.DIGIT_WORDS, 0);
      case NumberWords.REPEAT -> repeat = value;
      case NumberWords.BETWEEN -> {
        // says nothing
      }
      case NumberWords.PLUS -> pending |= Numerals.PLUS;
      case NumberWords.AREA -> pending |= Numerals.AREA;
      case NumberWords.CODE -> reference |= (pending & Numerals.AREA) == 0;
      case NumberWords.BACKWARDS -> numerals.sayBackwards();
      case NumberWords.CUE -> {
        breakHere();
        pending |= Numerals.CUED;
      }
      case NumberWords.UNIT -> {
        if (gluedBefore && gluedAfter) {
          other(end, true);
        } else {
          maskMeasured(runStart);
          breakHere();
        }
      }
      case NumberWords.REFERENCE -> {
        breakHere();
        reference = true;
      }
      default -> other(end, gluedAfter);
    }
  }

  private void breakHere() {
    pending = Numerals.BROKEN;
    repeat = 0;
    measured = false;
    reference = false;
  }

  /// Twenty is 2 before a digit's name, otherwise 20.
  private int tens(int value, int end) {
    int at = end;
    while (at < length && " -".indexOf(text[at]) >= 0) {
      at++;
    }
    long next = Hashes.WORD;
    int from = at;
    while (at < length && Glyphs.kind(Glyphs.of(text[at])) == Glyphs.LETTER) {
      next = Hashes.letter(next, Glyphs.folded(Glyphs.of(text[at])));
      at++;
    }
    int meaning = at == from ? NumberWords.NONE : NumberWords.meaning(next);
    boolean isDigit =
        NumberWords.kind(meaning) == NumberWords.DIGIT
            && NumberWords.value(meaning) > 0
            && NumberWords.value(meaning) < 10;
    return isDigit ? value : value * 10;
  }

  /// A word that has no meaning here: several digits in one, letters that look like figures, or the
  /// end of what came before.
  private void other(int end, boolean gluedAfter) {
    boolean glued = gluedBefore || gluedAfter;
    if (NumberWords.mayBeGlued(letters, first, second)) {
      String read = NumberWords.glued(text, runStart, end);
      if (!read.isEmpty()) {
        said(read, end, PhoneRule.DIGIT_WORDS, 0);
        return;
      }
    }
    if (letters <= LookAlikes.LONGEST && (glued || isRightAfterFigures())) {
      String read = LookAlikes.digits(text, runStart, end, glued);
      if (!read.isEmpty()) {
        said(read, end, PhoneRule.LOOKS_LIKE_DIGITS, Numerals.WEAK);
        return;
      }
    }
    breakHere();
  }

  private boolean isRightAfterFigures() {
    int last = numerals.size() - 1;
    return last >= 0 && runStart - numerals.end(last) <= 1 && (pending & Numerals.BROKEN) == 0;
  }

  private void said(int value, int end, PhoneRule rule, int more) {
    for (int i = 0; i < Math.max(1, repeat); i++) {
      numerals.digits(value);
    }
    repeat = 0;
    add(runStart, end, rule.flag | more | Numerals.NO_FIGURE);
  }

  private void said(String read, int end, PhoneRule rule, int more) {
    numerals.digits(read.repeat(Math.max(1, repeat)));
    repeat = 0;
    add(runStart, end, rule.flag | more | Numerals.NO_FIGURE);
  }

  private void add(int start, int end, int own) {
    numerals.add(start, end, own | pending | (measured || reference ? Numerals.MASKED : 0));
    pending = 0;
    measured = false;
    reference = reference && isFollowedByMore(end);
  }

  /// Whether a number that refers to something goes on behind a hyphen or the like.
  private boolean isFollowedByMore(int end) {
    return end + 1 < length && "-./".indexOf(text[end]) >= 0 && Character.isDigit(text[end + 1]);
  }

  /// Masks the last numeral where a measure's sign or word follows it.
  private void maskMeasured(int at) {
    int last = numerals.size() - 1;
    if (last >= 0) {
      int gap = at - numerals.end(last);
      if (gap == 0 || (gap == 1 && text[at - 1] == ' ')) {
        numerals.maskMeasure();
      }
    }
  }

  private boolean endsAt(int at) {
    return numerals.size() > 0 && numerals.end(numerals.size() - 1) == at;
  }
}
