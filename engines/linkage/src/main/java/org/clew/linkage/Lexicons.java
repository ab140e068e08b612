package org.clew.linkage;

/// The words records hold: one lexicon for names of people, one for each other kind with words.
final class Lexicons {
  private final Lexicon people = new Lexicon(Kind.NAME);
  private final Lexicon organisations = new Lexicon(Kind.ORGANISATION_NAME);
  private final Lexicon addresses = new Lexicon(Kind.ADDRESS);
  private final Lexicon places = new Lexicon(Kind.PLACE);
  private final Lexicon titles = new Lexicon(Kind.TITLE);
  private final Lexicon texts = new Lexicon(Kind.TEXT);

  /// The kind under which words of a kind are counted.
  static Kind kind(Kind kind) {
    return switch (kind) {
      case GIVEN_NAME, FAMILY_NAME -> Kind.NAME;
      default -> kind;
    };
  }

  Lexicon of(Kind kind) {
    return switch (kind) {
      case NAME, GIVEN_NAME, FAMILY_NAME -> people;
      case ORGANISATION_NAME -> organisations;
      case ADDRESS -> addresses;
      case PLACE -> places;
      case TITLE -> titles;
      default -> texts;
    };
  }

  int size() {
    return people.size()
        + organisations.size()
        + addresses.size()
        + places.size()
        + titles.size()
        + texts.size();
  }

  void release(Prepared record) {
    for (Prepared.Read read : record.reads()) {
      release(read);
    }
    if (record.joined() != null) {
      release(record.joined());
    }
  }

  private void release(Prepared.Read read) {
    if (read.form() instanceof Form.Words words) {
      for (Word word : words.words()) {
        of(read.kind()).release(word);
      }
    }
  }
}
