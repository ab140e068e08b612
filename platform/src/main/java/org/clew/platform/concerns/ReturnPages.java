package org.clew.platform.concerns;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.clew.platform.access.Open;
import org.clew.platform.concerns.screen.PlainPage;
import org.clew.platform.concerns.screen.ReturnPage;
import org.clew.platform.concerns.screen.TalkPage;
import org.clew.platform.database.OrganisationId;
import org.clew.platform.web.AddressLimits;
import org.clew.platform.web.Mistake;
import org.clew.platform.web.Mistakes;
import org.clew.platform.web.NotFound;
import org.clew.platform.web.Refused;
import org.clew.platform.web.Screens;
import org.clew.platform.web.TooMany;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Coming back with a receipt: reading the answer, writing back, deleting it all.
@Controller
final class ReturnPages {

  private static final int ECHOED = 200;

  private final Screens screens;
  private final Visits visits;
  private final Reports reports;
  private final AddressLimits limits;
  private final InstantSource clock;

  ReturnPages(
      Screens screens, Visits visits, Reports reports, AddressLimits limits, InstantSource clock) {
    this.screens = screens;
    this.visits = visits;
    this.reports = reports;
    this.limits = limits;
    this.clock = clock;
  }

  @Open("a reporter comes back")
  @GetMapping("/return")
  ModelAndView ask() {
    return screens.show("concerns/return", new ReturnPage("", Mistakes.NONE));
  }

  @Open("a reporter comes back")
  @PostMapping("/return")
  ModelAndView enter(
      @RequestParam(defaultValue = "") String number,
      HttpServletRequest request,
      HttpServletResponse response) {
    try {
      limits.take(request, Limits.ATTEMPTS);
    } catch (TooMany crowd) {
      return wait(number, "concerns.return.crowded", crowd, response);
    }
    Optional<WayBack> way;
    try {
      way = reports.enter(number);
    } catch (TooMany busy) {
      return wait(number, "concerns.wrong.busy", busy, response);
    }
    if (way.isEmpty()) {
      return again(number, "concerns.return.wrong", HttpStatus.UNPROCESSABLE_CONTENT);
    }
    VisitKey.in(request).ifPresent(visits::end);
    visits.begin(new Visit.Talking(way.get(), once(), until())).give(response);
    return screens.goTo("/return/talk");
  }

  @Open("the receipt was right")
  @GetMapping("/return/talk")
  ModelAndView talk(HttpServletRequest request) {
    return stay(request)
        .map(talking -> talk(talking, "", Mistakes.NONE, HttpStatus.OK))
        .orElseGet(this::gone);
  }

  @Open("the receipt was right")
  @PostMapping("/return/reply")
  ModelAndView reply(
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "") String once,
      HttpServletRequest request) {
    Optional<Visit.Talking> talking = stay(request);
    if (talking.isEmpty()) {
      return gone();
    }
    VisitKey key = VisitKey.in(request).orElseThrow();
    if (!talking.get().once().equals(once)) {
      return screens.goTo("/return/talk");
    }
    try {
      reports.reply(talking.get().way(), text, () -> turn(key, once));
    } catch (Refused refused) {
      var mistake = new Mistake("text", refused.messageKey(), refused.arguments());
      return talk(talking.get(), text, Mistakes.of(mistake), HttpStatus.UNPROCESSABLE_CONTENT);
    } catch (NotFound _) {
      return gone();
    }
    return screens.goTo("/return/talk");
  }

  @Open("the receipt was right")
  @PostMapping("/return/pass")
  ModelAndView pass(
      @RequestParam UUID recipient,
      @RequestParam(defaultValue = "") String answer,
      @RequestParam(defaultValue = "") String once,
      HttpServletRequest request) {
    Optional<Visit.Talking> talking = stay(request);
    if (talking.isEmpty()) {
      return gone();
    }
    VisitKey key = VisitKey.in(request).orElseThrow();
    PassAsked.Consent consent =
        answer.equals("yes") ? PassAsked.Consent.GIVEN : PassAsked.Consent.REFUSED;
    try {
      reports.consent(
          talking.get().way(), new OrganisationId(recipient), consent, () -> turn(key, once));
    } catch (NotFound _) {
      // Sent twice, or asked about another organisation since: the page says how it stands.
    }
    return screens.goTo("/return/talk");
  }

  @Open("the receipt was right")
  @GetMapping("/return/end")
  ModelAndView askToEnd(HttpServletRequest request) {
    return stay(request)
        .map(_ -> screens.show("concerns/end", new PlainPage()))
        .orElseGet(this::gone);
  }

  @Open("the receipt was right")
  @PostMapping("/return/end")
  ModelAndView end(HttpServletRequest request, HttpServletResponse response) {
    Optional<Visit.Talking> talking = stay(request);
    if (talking.isEmpty()) {
      return gone();
    }
    VisitKey key = VisitKey.in(request).orElseThrow();
    try {
      reports.end(talking.get().way(), () -> visits.end(key));
    } catch (NotFound _) {
      return gone();
    }
    VisitKey.take(response);
    return screens.goTo("/return/ended");
  }

  @Open("says the same to everybody")
  @GetMapping("/return/ended")
  ModelAndView ended() {
    return screens.show("concerns/ended", new PlainPage());
  }

  private ModelAndView talk(
      Visit.Talking talking, String reply, Mistakes mistakes, HttpStatus status) {
    Talk talk;
    try {
      talk = reports.read(talking.way());
    } catch (NotFound _) {
      return gone();
    }
    List<TalkPage.Line> lines =
        talk.messages().stream()
            .map(
                message ->
                    new TalkPage.Line(
                        by(message, talk),
                        message.text(),
                        LocalDate.ofInstant(message.hour(), ZoneOffset.UTC)))
            .toList();
    return screens.show(
        "concerns/talk",
        new TalkPage(
            talk.organisation(),
            talk.from(),
            talk.asked(),
            talk.told(),
            lines,
            talk.keptUntil(),
            talking.once(),
            reply,
            mistakes),
        status);
  }

  private static String by(Message message, Talk talk) {
    return switch (message.side()) {
      case REPORTER -> "";
      case ORGANISATION -> message.by().isEmpty() ? talk.organisation() : message.by();
    };
  }

  private ModelAndView again(String number, String messageKey, HttpStatus status) {
    String echoed = number.substring(0, Math.min(ECHOED, number.length()));
    return screens.show(
        "concerns/return",
        new ReturnPage(echoed, Mistakes.of(new Mistake("number", messageKey))),
        status);
  }

  private ModelAndView wait(
      String number, String messageKey, TooMany many, HttpServletResponse response) {
    response.setHeader(
        HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, many.retryAfter().toSeconds())));
    return again(number, messageKey, HttpStatus.SERVICE_UNAVAILABLE);
  }

  private ModelAndView gone() {
    return screens.show("concerns/gone", new PlainPage(), HttpStatus.GONE);
  }

  /// The visit of somebody who came back; being here keeps it open for another while.
  private Optional<Visit.Talking> stay(HttpServletRequest request) {
    return VisitKey.in(request)
        .flatMap(key -> visits.change(key, this::stay))
        .filter(Visit.Talking.class::isInstance)
        .map(Visit.Talking.class::cast);
  }

  private Visit stay(Visit visit) {
    return visit instanceof Visit.Talking talking
        ? new Visit.Talking(talking.way(), talking.once(), until())
        : visit;
  }

  /// In the transaction of the reply: a form sent twice is taken once.
  private void turn(VisitKey key, String once) {
    if (!(visits.lock(key).orElse(null) instanceof Visit.Talking talking)
        || !talking.once().equals(once)) {
      throw new NotFound();
    }
    visits.save(key, new Visit.Talking(talking.way(), once(), until()));
  }

  private static String once() {
    return VisitKey.random().id().toHex();
  }

  private Instant until() {
    return clock.instant().plus(Limits.TALK_IDLE);
  }
}
