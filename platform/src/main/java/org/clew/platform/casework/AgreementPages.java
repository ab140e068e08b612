package org.clew.platform.casework;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
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

/// The forms about what was agreed with people and decided about them.
@Controller
class AgreementPages {

  private final Casework casework;
  private final Agreements agreements;
  private final Screens screens;
  private final InstantSource clock;
  private final CaseForm consentForm;
  private final CaseForm determinationForm;
  private final CaseForm planForm;

  AgreementPages(Casework casework, Agreements agreements, Screens screens, InstantSource clock) {
    this.casework = casework;
    this.agreements = agreements;
    this.screens = screens;
    this.clock = clock;
    consentForm = new CaseForm("casework/consentForm", casework, screens);
    determinationForm = new CaseForm("casework/determinationForm", casework, screens);
    planForm = new CaseForm("casework/safeContactForm", casework, screens);
  }

  @GetMapping("/cases/{id}/consents/new")
  @Allowed(Action.WRITE_CASE)
  ModelAndView askConsent(SignedIn me, @PathVariable UUID id) {
    return consentForm.ask(me, id, Filled.blank().with("givenOn", today().toString()));
  }

  @PostMapping("/cases/{id}/consents")
  @Allowed(Action.WRITE_CASE)
  ModelAndView consent(
      SignedIn me, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> form) {
    Filled filled = Filled.in(form);
    PartId participant = participant(filled);
    Set<DataKind> kinds = filled.codes("kinds", DataKind.class);
    if (kinds.isEmpty()) {
      filled.mistake("kinds", "web.mistake.choose");
    }
    var given =
        new Consent.Details(
            filled.code("purpose", ConsentPurpose.class),
            filled.needed("recipient", Limits.NAME),
            kinds,
            filled.code("howGiven", ConsentForm.class),
            filled.neededDay("givenOn", today()),
            filled.day("until"));
    if (!filled.isRight()) {
      return consentForm.again(me, id, null, filled);
    }
    agreements.consent(me, new CaseId(id), participant, given);
    return consentForm.saved(id);
  }

  @PostMapping("/cases/{id}/consents/{part}/withdraw")
  @Allowed(Action.WRITE_CASE)
  ModelAndView withdraw(SignedIn me, @PathVariable UUID id, @PathVariable UUID part) {
    agreements.withdraw(me, new CaseId(id), new PartId(part));
    return screens.goTo("/cases/" + id, "casework.said.withdrawn");
  }

  @GetMapping("/cases/{id}/determinations/new")
  @Allowed(Action.WRITE_CASE)
  ModelAndView askDetermination(SignedIn me, @PathVariable UUID id) {
    Filled blank =
        Filled.blank()
            .with("decidedOn", today().toString())
            .with("decidedBy", me.organisationName())
            .with("deciderKind", DeciderKind.NGO.name());
    return determinationForm.ask(me, id, blank);
  }

  @PostMapping("/cases/{id}/determinations")
  @Allowed(Action.WRITE_CASE)
  ModelAndView determine(
      SignedIn me, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> form) {
    Filled filled = Filled.in(form);
    PartId participant = participant(filled);
    var decided =
        new Determination.Details(
            filled.code("status", DeterminationStatus.class),
            filled.code("deciderKind", DeciderKind.class),
            filled.needed("decidedBy", Limits.NAME),
            filled.neededDay("decidedOn", today()),
            filled.needed("basis", Limits.NOTE));
    if (!filled.isRight()) {
      return determinationForm.again(me, id, null, filled);
    }
    agreements.determine(me, new CaseId(id), participant, decided);
    return determinationForm.saved(id);
  }

  @GetMapping("/cases/{id}/participants/{part}/safe-contact")
  @Allowed(Action.READ_CONTACT_DETAILS)
  ModelAndView askPlan(SignedIn me, @PathVariable UUID id, @PathVariable UUID part) {
    me.demand(Action.WRITE_CASE);
    Case it = casework.read(me, new CaseId(id));
    var participant = new PartId(part);
    if (it.participant(participant).isEmpty()) {
      throw new NotFound();
    }
    Filled filled =
        it.plans().stream()
            .filter(each -> each.participant().equals(participant))
            .findFirst()
            .map(AgreementPages::filled)
            .orElseGet(AgreementPages::noPlan);
    return planForm.show(it, participant, filled);
  }

  @PostMapping("/cases/{id}/participants/{part}/safe-contact")
  @Allowed(Action.WRITE_CASE)
  ModelAndView plan(
      SignedIn me,
      @PathVariable UUID id,
      @PathVariable UUID part,
      @RequestParam MultiValueMap<String, String> form) {
    Filled filled = Filled.in(form);
    var agreed =
        new SafeContactPlan.Details(
            filled.code("way", ContactWay.class),
            filled.upTo("times", Limits.NOTE),
            filled.code("voicemail", Voicemail.class),
            filled.isTicked("sharedDevice"),
            filled.upTo("codeWord", Limits.NAME),
            filled.upTo("coverStory", Limits.NOTE));
    int version = CaseScreens.version(filled);
    if (!filled.isRight()) {
      return planForm.again(me, id, part, filled);
    }
    return switch (agreements.plan(me, new CaseId(id), new PartId(part), version, agreed)) {
      case Saved.Done<SafeContactPlan> _ -> planForm.saved(id);
      case Saved.Stale<SafeContactPlan>(SafeContactPlan now) ->
          planForm.again(
              me,
              id,
              part,
              filled.with("version", Integer.toString(now.version())),
              standing(now.details()));
    };
  }

  private static PartId participant(Filled filled) {
    UUID participant = filled.id("participant");
    if (participant == null) {
      filled.mistake("participant", "web.mistake.choose");
      return new PartId(new UUID(0, 0));
    }
    return new PartId(participant);
  }

  private static Filled noPlan() {
    return Filled.blank()
        .with("way", ContactWay.NOT_AGREED.name())
        .with("voicemail", Voicemail.NO.name())
        .with("version", "0");
  }

  private static Filled filled(SafeContactPlan plan) {
    SafeContactPlan.Details details = plan.details();
    Filled filled =
        Filled.blank()
            .with("way", details.way().name())
            .with("times", details.times())
            .with("voicemail", details.voicemail().name())
            .with("codeWord", details.codeWord())
            .with("coverStory", details.coverStory())
            .with("version", Integer.toString(plan.version()));
    return details.sharedDevice() ? filled.with("sharedDevice", "yes") : filled;
  }

  private static List<FormPage.Standing> standing(SafeContactPlan.Details now) {
    return List.of(
        new FormPage.Standing("casework.times", now.times()),
        new FormPage.Standing("casework.codeWord", now.codeWord()),
        new FormPage.Standing("casework.coverStory", now.coverStory()));
  }

  private LocalDate today() {
    return clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
  }
}
