package org.clew.platform.helpline;

import java.util.List;
import java.util.UUID;
import org.clew.platform.access.Action;
import org.clew.platform.access.Allowed;
import org.clew.platform.access.SignedIn;
import org.clew.platform.casework.CaseId;
import org.clew.platform.casework.Casework;
import org.clew.platform.casework.Participants;
import org.clew.platform.concerns.ConcernId;
import org.clew.platform.concerns.Concerns;
import org.clew.platform.concerns.OpenedConcern;
import org.clew.platform.helpline.screen.ConcernCasePage;
import org.clew.platform.helpline.screen.Piece;
import org.clew.platform.web.Filled;
import org.clew.platform.web.Refused;
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

/// From a concern to a case, without typing anything twice.
@Controller
class ConcernCasePages {

  private final Concerns concerns;
  private final Casework casework;
  private final ConcernCases cases;
  private final FoundRows rows;
  private final Participants participants;
  private final Screens screens;

  ConcernCasePages(
      Concerns concerns,
      Casework casework,
      ConcernCases cases,
      FoundRows rows,
      Participants participants,
      Screens screens) {
    this.concerns = concerns;
    this.casework = casework;
    this.cases = cases;
    this.rows = rows;
    this.participants = participants;
    this.screens = screens;
  }

  @GetMapping("/inbox/{id}/case")
  @Allowed(Action.READ_CONCERN)
  ModelAndView ask(SignedIn me, @PathVariable UUID id) {
    return show(me, new ConcernId(id), null, HttpStatus.OK);
  }

  @PostMapping("/inbox/{id}/case")
  @Allowed(Action.READ_CONCERN)
  ModelAndView put(
      SignedIn me, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> form) {
    var concern = new ConcernId(id);
    Filled filled = Filled.in(form);
    AskedCase asked = rows.read(me, filled);
    if (filled.isRight()
        && !asked.reference().isEmpty()
        && casework.byReference(me, asked.reference()).isEmpty()) {
      filled.mistake("reference", "helpline.refused.reference");
    }
    if (!filled.isRight()) {
      return show(me, concern, filled, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    try {
      return made(cases.put(me, concern, asked), asked);
    } catch (Refused refused) {
      filled.mistake("again", refused.messageKey(), refused.arguments());
      return show(me, concern, filled, HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  private ModelAndView made(CaseId put, AskedCase asked) {
    return screens.goTo(
        "/cases/" + put,
        asked.reference().isEmpty() ? "helpline.said.opened" : "helpline.said.added");
  }

  private ModelAndView show(SignedIn me, ConcernId id, @Nullable Filled sent, HttpStatus status) {
    OpenedConcern concern = concerns.open(me, id);
    String words = concern.told().text();
    List<Finding> findings = Findings.in(words, participants.region(me));
    Filled filled = sent == null ? rows.offer(concern, findings) : sent;
    var page =
        new ConcernCasePage(
            concern,
            Piece.of(words, findings),
            casework.ofConcern(me, id.value()),
            filled,
            FoundRows.rows(filled));
    return screens.show("helpline/concernCase", page, status);
  }
}
