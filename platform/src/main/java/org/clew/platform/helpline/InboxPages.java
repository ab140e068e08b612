package org.clew.platform.helpline;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.clew.platform.access.Action;
import org.clew.platform.access.Allowed;
import org.clew.platform.access.SignedIn;
import org.clew.platform.casework.Casework;
import org.clew.platform.casework.Participants;
import org.clew.platform.concerns.ConcernId;
import org.clew.platform.concerns.Concerns;
import org.clew.platform.concerns.OpenedConcern;
import org.clew.platform.concerns.PassingOn;
import org.clew.platform.helpline.screen.ConcernPage;
import org.clew.platform.helpline.screen.InboxPage;
import org.clew.platform.helpline.screen.Piece;
import org.clew.platform.web.Filled;
import org.clew.platform.web.ListAsk;
import org.clew.platform.web.Listing;
import org.clew.platform.web.Screens;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The inbox, and one concern in it: open, answer, close.
@Controller
class InboxPages {

  /// Letters of an answer.
  static final int ANSWER = org.clew.platform.concerns.Limits.TEXT_CHARACTERS;

  private final Concerns concerns;
  private final PassingOn passing;
  private final Casework casework;
  private final Participants participants;
  private final KnownInside known;
  private final Screens screens;

  InboxPages(
      Concerns concerns,
      PassingOn passing,
      Casework casework,
      Participants participants,
      KnownInside known,
      Screens screens) {
    this.concerns = concerns;
    this.passing = passing;
    this.casework = casework;
    this.participants = participants;
    this.known = known;
    this.screens = screens;
  }

  @GetMapping("/inbox")
  @Allowed(Action.VIEW_INBOX)
  ModelAndView inbox(SignedIn me, ListAsk ask, @RequestParam(defaultValue = "") String shelf) {
    Concerns.Shelf chosen = shelf(shelf);
    var counts = new EnumMap<Concerns.Shelf, Long>(Concerns.Shelf.class);
    for (Concerns.Shelf each : Concerns.Shelf.values()) {
      counts.put(each, concerns.count(me, each));
    }
    long total = counts.getOrDefault(chosen, 0L);
    var listing =
        new Listing("/inbox", Map.of("shelf", chosen.name()), "urgency", ask.pageNumber(), total);
    return screens.show(
        "helpline/inbox",
        new InboxPage(chosen, counts, listing, concerns.list(me, chosen, ask.pageNumber() - 1)));
  }

  @GetMapping("/inbox/{id}")
  @Allowed(Action.READ_CONCERN)
  ModelAndView open(SignedIn me, @PathVariable UUID id) {
    return show(me, new ConcernId(id), Filled.blank(), HttpStatus.OK);
  }

  @PostMapping("/inbox/{id}/answer")
  @Allowed(Action.ANSWER_CONCERN)
  ModelAndView answer(
      SignedIn me, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> form) {
    Filled filled = Filled.in(form);
    String text = filled.needed("answer", ANSWER);
    if (!filled.isRight()) {
      return show(me, new ConcernId(id), filled, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    concerns.answer(me, new ConcernId(id), text);
    return screens.goTo("/inbox/" + id, "helpline.said.answered");
  }

  @PostMapping("/inbox/{id}/close")
  @Allowed(Action.ANSWER_CONCERN)
  ModelAndView close(SignedIn me, @PathVariable UUID id) {
    concerns.close(me, new ConcernId(id));
    return screens.goTo("/inbox", "helpline.said.closed");
  }

  private ModelAndView show(SignedIn me, ConcernId id, Filled answer, HttpStatus status) {
    OpenedConcern concern = concerns.open(me, id);
    String words = concern.told().text();
    List<Finding> findings = Findings.in(words, participants.region(me));
    var page =
        new ConcernPage(
            concern,
            Piece.of(words, findings),
            known.of(me, FoundRows.all(concern.told(), findings)),
            passing.asked(me, id).orElse(null),
            casework.ofConcern(me, id.value()),
            answer);
    return screens.show("helpline/concern", page, status);
  }

  private static Concerns.Shelf shelf(String asked) {
    return Arrays.stream(Concerns.Shelf.values())
        .filter(shelf -> shelf.name().equals(asked))
        .findFirst()
        .orElse(Concerns.Shelf.WAITING);
  }
}
