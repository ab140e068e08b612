package org.clew.platform.investigation;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.clew.linkage.Verdict;
import org.clew.platform.access.Action;
import org.clew.platform.access.Allowed;
import org.clew.platform.access.SignedIn;
import org.clew.platform.access.TypedWords;
import org.clew.platform.investigation.screen.KnownPage;
import org.clew.platform.web.Mistake;
import org.clew.platform.web.Mistakes;
import org.clew.platform.web.Refused;
import org.clew.platform.web.Room;
import org.clew.platform.web.Screens;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// "Known before?" and the judging of what it finds. What is asked travels in the body, never in an
/// address; the answer has an address of its own, so that one can go back to it.
@Controller
class KnownPages {

  private static final String TEMPLATE = "investigation/known";

  private final Screens screens;
  private final KnownBefore knownBefore;
  private final Judgements judgements;
  private final TypedWords words;

  KnownPages(Screens screens, KnownBefore knownBefore, Judgements judgements, TypedWords words) {
    this.screens = screens;
    this.knownBefore = knownBefore;
    this.judgements = judgements;
    this.words = words;
  }

  @Bean
  static Room knownRoom() {
    return new Room(
        "/known",
        "investigation.room.known",
        Room.Group.LOOK,
        200,
        java.util.List.of(Action.ASK_KNOWN_BEFORE.name()));
  }

  /// The form, or the answer to what this session asked.
  @GetMapping("/known")
  @Allowed(Action.ASK_KNOWN_BEFORE)
  ModelAndView show(
      SignedIn me,
      HttpServletRequest request,
      @RequestParam(name = "asked", defaultValue = "") String asked) {
    String typed = words.find(request, asked).orElse("");
    return typed.isEmpty()
        ? screens.show(TEMPLATE, new KnownPage("", null, Mistakes.NONE))
        : screens.show(TEMPLATE, new KnownPage(typed, knownBefore.ask(me, typed), Mistakes.NONE));
  }

  @PostMapping("/known")
  @Allowed(Action.ASK_KNOWN_BEFORE)
  ModelAndView ask(
      HttpServletRequest request, @RequestParam(name = "q", defaultValue = "") String typed) {
    try {
      return answer(request, knownBefore.readable(typed));
    } catch (Refused refused) {
      return refused(typed, refused);
    }
  }

  private ModelAndView answer(HttpServletRequest request, String typed) {
    return screens.goTo("/known?asked=" + words.keep(request, typed));
  }

  @PostMapping("/known/judge")
  @Allowed(Action.JUDGE_MATCH)
  ModelAndView judge(
      SignedIn me,
      HttpServletRequest request,
      @RequestParam("q") String typed,
      @RequestParam("right") UUID right,
      @RequestParam("verdict") Verdict verdict,
      @RequestParam(name = "reason", defaultValue = "") String reason) {
    try {
      knownBefore.judge(me, typed, new RecordId(right), verdict, reason);
      return answer(request, typed.strip());
    } catch (Refused refused) {
      return refused(typed, refused);
    }
  }

  @PostMapping("/judgements")
  @Allowed(Action.JUDGE_MATCH)
  ModelAndView judge(
      SignedIn me,
      @RequestParam("left") UUID left,
      @RequestParam("right") UUID right,
      @RequestParam("verdict") Verdict verdict,
      @RequestParam(name = "reason", defaultValue = "") String reason,
      @RequestParam(name = "back", defaultValue = "/known") String back) {
    judgements.judge(me, new RecordId(left), new RecordId(right), verdict, reason);
    return screens.goTo(ours(back), "investigation.judged.said." + verdict.name());
  }

  @PostMapping("/judgements/{id}/undo")
  @Allowed(Action.JUDGE_MATCH)
  ModelAndView undo(
      SignedIn me,
      HttpServletRequest request,
      @PathVariable("id") UUID id,
      @RequestParam(name = "q", defaultValue = "") String typed,
      @RequestParam(name = "back", defaultValue = "/known") String back) {
    judgements.undo(me, new JudgementId(id));
    return typed.isBlank()
        ? screens.goTo(ours(back), "investigation.judged.said.undone")
        : answer(request, typed.strip());
  }

  /// Back to a page where matches are judged, and nowhere else.
  private static String ours(String back) {
    return back.matches("/(cases|records|imports)/[0-9a-f-]{36}") ? back : "/known";
  }

  private ModelAndView refused(String typed, Refused refused) {
    String shown = typed.strip();
    String cut = shown.length() > Limits.ASKED_CHARS ? "" : shown;
    var mistakes = Mistakes.of(new Mistake("q", refused.messageKey(), refused.arguments()));
    return screens.show(
        TEMPLATE, new KnownPage(cut, null, mistakes), HttpStatus.UNPROCESSABLE_CONTENT);
  }
}
