package org.clew.platform.concerns;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.clew.platform.access.Open;
import org.clew.platform.access.Organisation;
import org.clew.platform.access.Organisations;
import org.clew.platform.access.Organisations.OnDuty;
import org.clew.platform.concerns.screen.CheckPage;
import org.clew.platform.concerns.screen.PlainPage;
import org.clew.platform.concerns.screen.StepPage;
import org.clew.platform.web.AddressLimits;
import org.clew.platform.web.Language;
import org.clew.platform.web.Mistake;
import org.clew.platform.web.Mistakes;
import org.clew.platform.web.NotFound;
import org.clew.platform.web.Screens;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Telling Clew something, one decision a screen. Every form is posted and answered by a redirect;
/// what was written waits in the visit, so that no address and no history holds a word of it.
@Controller
final class ReportPages {

  private static final String CHECK = "check";

  private final Screens screens;
  private final Visits visits;
  private final Sending sending;
  private final Organisations organisations;
  private final AddressLimits limits;
  private final InstantSource clock;

  ReportPages(
      Screens screens,
      Visits visits,
      Sending sending,
      Organisations organisations,
      AddressLimits limits,
      InstantSource clock) {
    this.screens = screens;
    this.visits = visits;
    this.sending = sending;
    this.organisations = organisations;
    this.limits = limits;
    this.clock = clock;
  }

  @Open("somebody may have kept the address")
  @GetMapping("/report")
  ModelAndView enter(HttpServletRequest request) {
    return visit(request).map(this::whereItStands).orElseGet(() -> screens.goTo("/"));
  }

  @Open("a report begins without an account")
  @PostMapping("/report/begin")
  ModelAndView begin(
      @RequestParam Way way, HttpServletRequest request, HttpServletResponse response) {
    limits.take(request, Limits.DRAFTS);
    VisitKey.in(request).ifPresent(visits::end);
    visits.begin(new Visit.Writing(Draft.begun(way), clock.instant(), until())).give(response);
    return screens.goTo("/report/1");
  }

  @Open("a report is written without an account")
  @GetMapping("/report/{number:[1-5]}")
  ModelAndView step(
      @PathVariable int number,
      @RequestParam(defaultValue = "") String then,
      HttpServletRequest request) {
    Step step = Step.at(number).orElseThrow(NotFound::new);
    return writing(request)
        .map(draft -> step(step, draft, ReportForm.fields(draft), then, Mistakes.NONE))
        .orElseGet(() -> notWriting(request));
  }

  @Open("a report is written without an account")
  @PostMapping("/report/{number:[1-5]}")
  ModelAndView take(
      @PathVariable int number, @ModelAttribute ReportForm form, HttpServletRequest request) {
    Step step = Step.at(number).orElseThrow(NotFound::new);
    Optional<Draft> draft = writing(request);
    if (draft.isEmpty()) {
      return notWriting(request);
    }
    boolean back = CHECK.equals(form.then());
    Mistakes mistakes = form.mistakes(step);
    if (!mistakes.isEmpty()) {
      return step(step, draft.get(), form.fields(), back ? CHECK : "", mistakes);
    }
    visits.change(
        VisitKey.in(request).orElseThrow(),
        visit ->
            visit instanceof Visit.Writing writing
                ? new Visit.Writing(form.into(step, writing.draft()), writing.begun(), until())
                : visit);
    return screens.goTo(back ? "/report/check" : step.next());
  }

  @Open("a report is read through without an account")
  @GetMapping("/report/check")
  ModelAndView check(HttpServletRequest request) {
    return writing(request)
        .map(draft -> check(draft, Mistakes.NONE, HttpStatus.OK))
        .orElseGet(() -> notWriting(request));
  }

  @Open("a report is sent without an account")
  @PostMapping("/report/send")
  ModelAndView send(@RequestParam(defaultValue = "") String website, HttpServletRequest request) {
    Optional<VisitKey> key = VisitKey.in(request);
    if (key.isEmpty()) {
      return gone();
    }
    Sending.Outcome outcome =
        website.isEmpty()
            ? sending.send(key.get(), request, language(request))
            : new Sending.Outcome.NotYet("concerns.wrong.trap");
    return switch (outcome) {
      case Sending.Outcome.Filed() -> screens.goTo("/report/number");
      case Sending.Outcome.Gone() -> gone();
      case Sending.Outcome.NotYet(String messageKey) ->
          writing(request)
              .map(
                  draft ->
                      check(
                          draft,
                          Mistakes.of(new Mistake("send", messageKey)),
                          HttpStatus.UNPROCESSABLE_CONTENT))
              .orElseGet(() -> notWriting(request));
    };
  }

  @Open("whoever writes may stop")
  @PostMapping("/report/stop")
  ModelAndView stop(HttpServletRequest request, HttpServletResponse response) {
    VisitKey.in(request).ifPresent(visits::end);
    VisitKey.take(response);
    return screens.goTo("/");
  }

  private ModelAndView whereItStands(Visit visit) {
    return switch (visit) {
      case Visit.Writing _ -> screens.goTo("/report/1");
      case Visit.Keeping _ -> screens.goTo("/report/number");
      case Visit.Talking _ -> screens.goTo("/return/talk");
    };
  }

  private ModelAndView step(
      Step step, Draft draft, StepPage.Fields fields, String then, Mistakes mistakes) {
    var page =
        new StepPage(
            step.number(),
            Step.SCREENS,
            CHECK.equals(then) ? CHECK : "",
            draft.way(),
            fields,
            step == Step.RECIPIENT ? recipients(draft) : List.of(),
            mistakes);
    return screens.show(
        step.template(),
        page,
        mistakes.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private List<StepPage.Recipient> recipients(Draft draft) {
    var choices = new ArrayList<StepPage.Recipient>();
    sending
        .onDuty(draft)
        .ifPresent(
            duty ->
                choices.add(new StepPage.Recipient("", duty.organisation().name(), duty.reach())));
    for (Organisation organisation : organisations.receivingConcerns()) {
      choices.add(
          new StepPage.Recipient(
              organisation.id().toString(), organisation.name(), OnDuty.Reach.THERE));
    }
    return choices;
  }

  private ModelAndView check(Draft draft, Mistakes mistakes, HttpStatus status) {
    String recipient = sending.recipient(draft).map(Organisation::name).orElse("");
    var page =
        new CheckPage(
            Step.SCREENS,
            Step.SCREENS,
            ReportForm.fields(draft),
            draft.way().name(),
            recipient,
            sending.goesElsewhere(draft),
            mistakes);
    return screens.show("concerns/check", page, status);
  }

  private ModelAndView notWriting(HttpServletRequest request) {
    return visit(request)
        .filter(Visit.Keeping.class::isInstance)
        .map(this::whereItStands)
        .orElseGet(this::gone);
  }

  private ModelAndView gone() {
    return screens.show("concerns/gone", new PlainPage(), HttpStatus.GONE);
  }

  private Optional<Draft> writing(HttpServletRequest request) {
    return visit(request)
        .filter(Visit.Writing.class::isInstance)
        .map(visit -> ((Visit.Writing) visit).draft());
  }

  private Optional<Visit> visit(HttpServletRequest request) {
    return VisitKey.in(request).flatMap(visits::find);
  }

  private Instant until() {
    return clock.instant().plus(Limits.DRAFT_LIFE);
  }

  private static Language language(HttpServletRequest request) {
    return Optional.ofNullable(request.getParameter("lang"))
        .flatMap(Language::of)
        .orElseGet(() -> Language.best(Collections.list(request.getLocales())));
  }
}
