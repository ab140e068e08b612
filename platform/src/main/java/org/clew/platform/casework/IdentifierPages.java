package org.clew.platform.casework;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
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

/// The forms about numbers, documents, vehicles and places of a case.
@Controller
class IdentifierPages {

  private final Casework casework;
  private final Participants participants;
  private final Screens screens;
  private final CaseForm form;
  private final CaseForm placeForm;

  IdentifierPages(Casework casework, Participants participants, Screens screens) {
    this.casework = casework;
    this.participants = participants;
    this.screens = screens;
    form = new CaseForm("casework/identifierForm", casework, screens);
    placeForm = new CaseForm("casework/placeForm", casework, screens);
  }

  @GetMapping("/cases/{id}/identifiers/new")
  @Allowed(Action.WRITE_CASE)
  ModelAndView ask(
      SignedIn me, @PathVariable UUID id, @RequestParam(defaultValue = "") String participant) {
    Filled blank =
        Filled.blank().with("kind", IdentifierKind.PHONE.name()).with("participant", participant);
    return form.ask(me, id, blank);
  }

  @PostMapping("/cases/{id}/identifiers")
  @Allowed(Action.WRITE_CASE)
  ModelAndView add(
      SignedIn me, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
    Filled filled = Filled.in(sent);
    IdentifierAsWritten read = read(me, filled);
    if (!filled.isRight()) {
      return form.again(me, id, null, filled);
    }
    participants.addIdentifier(me, new CaseId(id), read.participant(), read.kind(), read.written());
    return form.saved(id);
  }

  @GetMapping("/cases/{id}/identifiers/{part}")
  @Allowed(Action.READ_CONTACT_DETAILS)
  ModelAndView ask(SignedIn me, @PathVariable UUID id, @PathVariable UUID part) {
    me.demand(Action.WRITE_CASE);
    Case it = casework.read(me, new CaseId(id));
    Identifier identifier =
        it.identifiers().stream()
            .filter(each -> each.id().value().equals(part))
            .findFirst()
            .orElseThrow(NotFound::new);
    Filled filled =
        Filled.blank()
            .with("kind", identifier.kind().name())
            .with("written", identifier.written())
            .with("participant", Objects.toString(identifier.participant(), ""))
            .with("version", Integer.toString(identifier.version()));
    return form.show(it, identifier.id(), filled);
  }

  @PostMapping("/cases/{id}/identifiers/{part}")
  @Allowed(Action.WRITE_CASE)
  ModelAndView change(
      SignedIn me,
      @PathVariable UUID id,
      @PathVariable UUID part,
      @RequestParam MultiValueMap<String, String> sent) {
    Filled filled = Filled.in(sent);
    IdentifierAsWritten read = read(me, filled);
    int version = CaseScreens.version(filled);
    if (!filled.isRight()) {
      return form.again(me, id, part, filled);
    }
    return switch (participants.changeIdentifier(
        me, new CaseId(id), new PartId(part), version, read)) {
      case Saved.Done<Identifier> _ -> form.saved(id);
      case Saved.Stale<Identifier>(Identifier now) ->
          form.again(
              me,
              id,
              part,
              filled.with("version", Integer.toString(now.version())),
              List.of(new FormPage.Standing("casework.written", now.written())));
    };
  }

  @PostMapping("/cases/{id}/identifiers/{part}/remove")
  @Allowed(Action.WRITE_CASE)
  ModelAndView remove(SignedIn me, @PathVariable UUID id, @PathVariable UUID part) {
    participants.removeIdentifier(me, new CaseId(id), new PartId(part));
    return screens.goTo("/cases/" + id, "casework.said.removed");
  }

  @GetMapping("/cases/{id}/places/new")
  @Allowed(Action.WRITE_CASE)
  ModelAndView askPlace(SignedIn me, @PathVariable UUID id) {
    Filled blank = Filled.blank().with("kind", PlaceKind.NOT_SAID.name());
    return placeForm.ask(me, id, blank);
  }

  @PostMapping("/cases/{id}/places")
  @Allowed(Action.WRITE_CASE)
  ModelAndView addPlace(
      SignedIn me, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
    Filled filled = Filled.in(sent);
    PlaceKind kind = filled.code("kind", PlaceKind.class);
    String name = filled.needed("name", Limits.PLACE);
    String country = filled.upTo("country", Limits.NAME);
    if (!filled.isRight()) {
      return placeForm.again(me, id, null, filled);
    }
    participants.addPlace(me, new CaseId(id), kind, name, country);
    return form.saved(id);
  }

  @PostMapping("/cases/{id}/places/{part}/remove")
  @Allowed(Action.WRITE_CASE)
  ModelAndView removePlace(SignedIn me, @PathVariable UUID id, @PathVariable UUID part) {
    participants.removePlace(me, new CaseId(id), new PartId(part));
    return screens.goTo("/cases/" + id, "casework.said.removed");
  }

  private IdentifierAsWritten read(SignedIn me, Filled filled) {
    IdentifierKind kind = filled.code("kind", IdentifierKind.class);
    String written = filled.needed("written", Limits.IDENTIFIER);
    UUID participant = filled.id("participant");
    if (!written.isEmpty() && participants.normalise(me, kind, written).isEmpty()) {
      filled.mistake("written", "casework.refused.identifier");
    }
    return new IdentifierAsWritten(
        participant == null ? null : new PartId(participant), kind, written);
  }
}
