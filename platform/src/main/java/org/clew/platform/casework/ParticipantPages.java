package org.clew.platform.casework;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.clew.linkage.Identifiers;
import org.clew.linkage.Kind;
import org.clew.platform.access.Action;
import org.clew.platform.access.Allowed;
import org.clew.platform.access.SignedIn;
import org.clew.platform.casework.screen.FormPage;
import org.clew.platform.web.Filled;
import org.clew.platform.web.NotFound;
import org.clew.platform.web.Screens;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The forms about who is in a case.
@Controller
class ParticipantPages {

  private final Casework casework;
  private final Participants participants;
  private final CaseForm form;

  ParticipantPages(Casework casework, Participants participants, Screens screens) {
    this.casework = casework;
    this.participants = participants;
    form = new CaseForm("casework/participantForm", casework, screens);
  }

  @GetMapping("/cases/{id}/participants/new")
  @Allowed(Action.WRITE_CASE)
  ModelAndView ask(SignedIn me, @PathVariable UUID id) {
    Filled blank =
        Filled.blank()
            .with("kind", ParticipantKind.PERSON.name())
            .with("ageGroup", AgeGroup.UNKNOWN.name());
    return form.ask(me, id, blank);
  }

  @PostMapping("/cases/{id}/participants")
  @Allowed(Action.WRITE_CASE)
  ModelAndView add(
      SignedIn me, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
    Filled filled = Filled.in(sent);
    Participant.Details details = details(filled);
    if (!filled.isRight()) {
      return form.again(me, id, null, filled);
    }
    participants.add(me, new CaseId(id), details);
    return form.saved(id);
  }

  @GetMapping("/cases/{id}/participants/{part}")
  @Allowed(Action.WRITE_CASE)
  ModelAndView ask(SignedIn me, @PathVariable UUID id, @PathVariable UUID part) {
    Case it = casework.read(me, new CaseId(id));
    Participant participant = it.participant(new PartId(part)).orElseThrow(NotFound::new);
    return form.show(it, participant.id(), filled(participant));
  }

  @PostMapping("/cases/{id}/participants/{part}")
  @Allowed(Action.WRITE_CASE)
  ModelAndView change(
      SignedIn me,
      @PathVariable UUID id,
      @PathVariable UUID part,
      @RequestParam MultiValueMap<String, String> sent) {
    Filled filled = Filled.in(sent);
    Participant.Details details = details(filled);
    int version = CaseScreens.version(filled);
    if (!filled.isRight()) {
      return form.again(me, id, part, filled);
    }
    return switch (participants.change(me, new CaseId(id), new PartId(part), version, details)) {
      case Saved.Done<Participant> _ -> form.saved(id);
      case Saved.Stale<Participant>(Participant now) ->
          form.again(
              me,
              id,
              part,
              filled.with("version", Integer.toString(now.version())),
              standing(now.details()));
    };
  }

  private static Participant.Details details(Filled filled) {
    List<String> aliases =
        Arrays.stream(filled.text("aliases").split("\\R", -1))
            .map(String::strip)
            .filter(alias -> !alias.isEmpty())
            .toList();
    if (aliases.size() > Limits.ALIASES
        || aliases.stream().anyMatch(alias -> alias.length() > Limits.NAME)) {
      filled.mistake("aliases", "casework.mistake.aliases", Limits.ALIASES);
    }
    Set<ParticipantRole> roles = filled.codes("roles", ParticipantRole.class);
    if (roles.isEmpty()) {
      filled.mistake("roles", "casework.mistake.roles");
    }
    return new Participant.Details(
        filled.code("kind", ParticipantKind.class),
        filled.needed("name", Limits.NAME),
        aliases,
        roles,
        filled.code("ageGroup", AgeGroup.class),
        normalised(filled, "birthDate", Kind.BIRTH_DATE, "casework.mistake.birthDate"),
        filled.upTo("gender", Limits.NAME),
        normalised(filled, "citizenship", Kind.COUNTRY, "casework.mistake.country"),
        filled.upTo("language", Limits.NAME),
        filled.upTo("note", Limits.NOTE));
  }

  private static String normalised(Filled filled, String field, Kind kind, String mistake) {
    String written = filled.upTo(field, Limits.NAME);
    if (written.isEmpty()) {
      return "";
    }
    String normalised = Identifiers.normalise(kind, written, "").orElse("");
    if (normalised.isEmpty()) {
      filled.mistake(field, mistake);
    }
    return normalised;
  }

  private static Filled filled(Participant participant) {
    Participant.Details details = participant.details();
    return Filled.blank()
        .with("kind", details.kind().name())
        .with("name", details.name())
        .with("aliases", String.join("\n", details.aliases()))
        .with("roles", details.roles().stream().map(Enum::name).toArray(String[]::new))
        .with("ageGroup", details.ageGroup().name())
        .with("birthDate", details.birthDate())
        .with("gender", details.gender())
        .with("citizenship", details.citizenship())
        .with("language", details.language())
        .with("note", details.note())
        .with("version", Integer.toString(participant.version()));
  }

  private static List<FormPage.Standing> standing(Participant.Details now) {
    return List.of(
        new FormPage.Standing("casework.name", now.name()),
        new FormPage.Standing("casework.aliases", String.join("\n", now.aliases())),
        new FormPage.Standing("casework.birthDate", now.birthDate()),
        new FormPage.Standing("casework.note", now.note()));
  }
}
