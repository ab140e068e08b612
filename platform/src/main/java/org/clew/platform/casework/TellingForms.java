package org.clew.platform.casework;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.clew.platform.access.SignedIn;
import org.clew.platform.web.Filled;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What was said in which contact, as one form and one transaction.
@Component
class TellingForms {

  private final Statements statements;

  TellingForms(Statements statements) {
    this.statements = statements;
  }

  /// Writes both down, or neither.
  @Transactional
  public void write(SignedIn me, CaseId id, Telling telling) {
    PartId known = telling.known();
    PartId contact = known == null ? statements.contact(me, id, telling.contact()) : known;
    statements.record(me, id, contact, telling.statement());
  }

  /// What a form says; its mistakes are in the form afterwards.
  static Telling read(Filled filled, Instant now) {
    UUID known = filled.id("contact");
    Instant began = filled.moment("began");
    var contact =
        new NewContact(
            known == null ? filled.code("channel", Channel.class) : Channel.OTHER,
            began == null ? now : began,
            Precision.MINUTE,
            filled.count("minutes", Limits.MINUTES),
            null);
    return new Telling(known == null ? null : new PartId(known), contact, statement(filled));
  }

  private static NewStatement statement(Filled filled) {
    Speaker speaker = speaker(filled.text("speaker"));
    @Nullable UUID participant = speaker == Speaker.PARTICIPANT ? filled.id("speaker") : null;
    if (speaker == Speaker.PARTICIPANT && participant == null) {
      filled.mistake("speaker", "web.mistake.choose");
    }
    return new NewStatement(
        speaker,
        participant == null ? null : new PartId(participant),
        filled.needed("words", Limits.WORDS),
        filled.codes("facts", Fact.class),
        filled.text("surety").equals(Surety.CORROBORATED.name())
            ? Surety.CORROBORATED
            : Surety.REPORTED,
        filled.ids("mentions").stream().map(PartId::new).collect(Collectors.toSet()));
  }

  private static Speaker speaker(String chosen) {
    return Arrays.stream(Speaker.values())
        .filter(speaker -> speaker.name().equals(chosen))
        .findFirst()
        .orElse(Speaker.PARTICIPANT);
  }
}
