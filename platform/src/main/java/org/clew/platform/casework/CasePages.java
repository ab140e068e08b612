package org.clew.platform.casework;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.clew.platform.access.Action;
import org.clew.platform.access.Allowed;
import org.clew.platform.access.PersonId;
import org.clew.platform.access.SignedIn;
import org.clew.platform.casework.screen.CasesPage;
import org.clew.platform.casework.screen.FormPage;
import org.clew.platform.casework.screen.NewCasePage;
import org.clew.platform.web.Filled;
import org.clew.platform.web.ListAsk;
import org.clew.platform.web.Listing;
import org.clew.platform.web.Screens;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The list of cases, a case, and what stands on top of it.
@Controller
class CasePages {

  static final DateTimeFormatter FIELD =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm").withZone(ZoneOffset.UTC);

  private final Casework casework;
  private final NewCases newCases;
  private final CaseScreens cases;
  private final Screens screens;
  private final InstantSource clock;
  private final CaseForm planForm;

  CasePages(
      Casework casework,
      NewCases newCases,
      CaseScreens cases,
      Screens screens,
      InstantSource clock) {
    this.casework = casework;
    this.newCases = newCases;
    this.cases = cases;
    this.screens = screens;
    this.clock = clock;
    planForm = new CaseForm("casework/planForm", casework, screens);
  }

  @GetMapping("/cases")
  @Allowed(Action.READ_CASE)
  ModelAndView list(
      SignedIn me,
      ListAsk ask,
      @RequestParam(defaultValue = "") String status,
      @RequestParam(defaultValue = "") String whose) {
    String sort = ask.sortOr(CasesPage.COLUMNS, "-changed");
    CaseStatus only = status(status);
    var filter =
        new CaseFilter(only, null, whose.equals("mine"), sort, ask.offset(), ListAsk.PAGE_ROWS);
    FoundCases found = casework.list(me, filter);
    Map<String, String> asked = new LinkedHashMap<>();
    if (only != null) {
      asked.put("status", only.name());
    }
    if (filter.mine()) {
      asked.put("whose", "mine");
    }
    var listing = new Listing("/cases", asked, sort, ask.pageNumber(), found.total());
    return screens.show("casework/cases", new CasesPage(listing, found.cases(), cases.names()));
  }

  @GetMapping("/cases/new")
  @Allowed(Action.OPEN_CASE)
  ModelAndView ask(SignedIn me) {
    Filled blank = Filled.numbered().with("channel", Channel.CALL.name());
    return screens.show(
        "casework/newCase", new NewCasePage(blank.with("began", FIELD.format(clock.instant()))));
  }

  @PostMapping("/cases")
  @Allowed(Action.OPEN_CASE)
  ModelAndView open(SignedIn me, @RequestParam MultiValueMap<String, String> form) {
    Filled filled = Filled.in(form);
    NewCase asked = NewCases.read(filled, clock.instant());
    if (!filled.isRight()) {
      return screens.show(
          "casework/newCase", new NewCasePage(filled), HttpStatus.UNPROCESSABLE_CONTENT);
    }
    CaseId id = casework.once(me, filled.sending(), () -> newCases.open(me, asked).id());
    return screens.goTo("/cases/" + id, "casework.said.opened");
  }

  @GetMapping("/cases/{id}")
  @Allowed(Action.READ_CASE)
  ModelAndView read(SignedIn me, @PathVariable UUID id) {
    return cases.show(me, new CaseId(id), Filled.blank(), HttpStatus.OK);
  }

  @GetMapping("/cases/{id}/plan")
  @Allowed(Action.WRITE_CASE)
  ModelAndView askPlan(SignedIn me, @PathVariable UUID id) {
    Case it = casework.read(me, new CaseId(id));
    return planForm.show(it, null, filled(it.head()));
  }

  @PostMapping("/cases/{id}/plan")
  @Allowed(Action.WRITE_CASE)
  ModelAndView plan(
      SignedIn me, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> form) {
    var caseId = new CaseId(id);
    Filled filled = Filled.in(form);
    var plan =
        new CasePlan(
            filled.needed("title", Limits.NAME),
            filled.upTo("nextAction", Limits.NOTE),
            filled.moment("nextDue"));
    int version = CaseScreens.version(filled);
    if (!filled.isRight()) {
      return planForm.again(me, id, null, filled);
    }
    return switch (casework.plan(me, caseId, version, plan)) {
      case Saved.Done<CaseHead> _ -> planForm.saved(id);
      case Saved.Stale<CaseHead>(CaseHead now) ->
          planForm.again(
              me,
              id,
              null,
              filled.with("version", Integer.toString(now.version())),
              List.of(
                  new FormPage.Standing("casework.title", now.title()),
                  new FormPage.Standing("casework.nextAction", now.nextAction())));
    };
  }

  @PostMapping("/cases/{id}/status")
  @Allowed(Action.WRITE_CASE)
  ModelAndView status(
      SignedIn me, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> form) {
    var caseId = new CaseId(id);
    Filled filled = Filled.in(form);
    CaseStatus status = filled.code("status", CaseStatus.class);
    String reason =
        status.isClosed() ? filled.needed("reason", Limits.NOTE) : filled.text("reason");
    if (!filled.isRight()) {
      return planForm.again(me, id, null, filled(me, caseId, filled));
    }
    return switch (casework.status(me, caseId, CaseScreens.version(filled), status, reason)) {
      case Saved.Done<CaseHead> _ -> planForm.saved(id);
      case Saved.Stale<CaseHead>(CaseHead now) ->
          planForm.again(
              me,
              id,
              null,
              filled(me, caseId, filled),
              List.of(
                  new FormPage.Standing("casework.title", now.title()),
                  new FormPage.Standing("casework.closureReason", now.closureReason())));
    };
  }

  @PostMapping("/cases/{id}/assign")
  @Allowed(Action.ASSIGN_CASE)
  ModelAndView assign(SignedIn me, @PathVariable UUID id, @RequestParam UUID person) {
    casework.assign(me, new CaseId(id), new PersonId(person));
    return screens.goTo("/cases/" + id, "casework.said.assigned");
  }

  @PostMapping("/cases/{id}/unassign")
  @Allowed(Action.ASSIGN_CASE)
  ModelAndView unassign(SignedIn me, @PathVariable UUID id, @RequestParam UUID person) {
    casework.unassign(me, new CaseId(id), new PersonId(person));
    return screens.goTo("/cases/" + id, "casework.said.unassigned");
  }

  /// The status form stands on the page of the plan: what the plan says is filled in beside it.
  private Filled filled(SignedIn me, CaseId id, Filled status) {
    CaseHead head = casework.read(me, id).head();
    Filled filled = filled(head).with("status", status.text("status"));
    status
        .mistakes()
        .all()
        .forEach(
            each -> filled.mistake(each.field(), each.messageKey(), each.arguments().toArray()));
    return filled.with("reason", status.text("reason"));
  }

  private static Filled filled(CaseHead head) {
    return Filled.blank()
        .with("title", head.title())
        .with("nextAction", head.nextAction())
        .with("nextDue", head.nextDue() == null ? "" : FIELD.format(head.nextDue()))
        .with("status", head.status().name())
        .with("reason", head.closureReason())
        .with("version", Integer.toString(head.version()));
  }

  private static @Nullable CaseStatus status(String asked) {
    return Arrays.stream(CaseStatus.values())
        .filter(status -> status.name().equals(asked))
        .findFirst()
        .orElse(null);
  }
}
