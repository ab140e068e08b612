package org.clew.platform.helpline;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.clew.platform.access.Action;
import org.clew.platform.access.Allowed;
import org.clew.platform.access.People;
import org.clew.platform.access.PersonId;
import org.clew.platform.access.SignedIn;
import org.clew.platform.concerns.ConcernId;
import org.clew.platform.concerns.Concerns;
import org.clew.platform.concerns.PassingOn;
import org.clew.platform.database.OrganisationId;
import org.clew.platform.helpline.screen.PassPage;
import org.clew.platform.helpline.screen.PassedPage;
import org.clew.platform.web.Filled;
import org.clew.platform.web.Option;
import org.clew.platform.web.Refused;
import org.clew.platform.web.Screens;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Passing a concern on to another organisation: asking the reporter, doing it, seeing what went.
@Controller
final class PassPages {

  private final PassingOn passing;
  private final Concerns concerns;
  private final People people;
  private final Screens screens;

  PassPages(PassingOn passing, Concerns concerns, People people, Screens screens) {
    this.passing = passing;
    this.concerns = concerns;
    this.people = people;
    this.screens = screens;
  }

  @GetMapping("/inbox/{id}/pass")
  @Allowed(Action.ANSWER_CONCERN)
  ModelAndView show(SignedIn me, @PathVariable UUID id) {
    return show(me, id, Filled.blank(), HttpStatus.OK);
  }

  @PostMapping("/inbox/{id}/pass")
  @Allowed(Action.ANSWER_CONCERN)
  ModelAndView ask(
      SignedIn me, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> form) {
    Filled filled = Filled.in(form);
    String words = filled.needed("words", InboxPages.ANSWER);
    UUID recipient = filled.id("recipient");
    if (recipient == null) {
      filled.mistake("recipient", "web.mistake.choose");
    } else if (filled.isRight()) {
      try {
        passing.ask(me, new ConcernId(id), new OrganisationId(recipient), words);
        return screens.goTo("/inbox/" + id, "helpline.said.asked");
      } catch (Refused refused) {
        filled.mistake("recipient", refused.messageKey(), refused.arguments());
      }
    }
    return show(me, id, filled, HttpStatus.UNPROCESSABLE_CONTENT);
  }

  @PostMapping("/inbox/{id}/pass/now")
  @Allowed(Action.ANSWER_CONCERN)
  ModelAndView pass(SignedIn me, @PathVariable UUID id) {
    passing.passOn(me, new ConcernId(id));
    return screens.goTo("/inbox/passed", "helpline.said.passed");
  }

  @GetMapping("/inbox/passed")
  @Allowed(Action.VIEW_INBOX)
  ModelAndView passed(SignedIn me) {
    Map<PersonId, String> names = people.names();
    List<PassedPage.Row> rows =
        passing.passedOn(me).stream()
            .map(
                gone ->
                    new PassedPage.Row(
                        gone.on(), gone.organisation(), names.getOrDefault(gone.by(), "")))
            .toList();
    return screens.show("helpline/passed", new PassedPage(rows));
  }

  private ModelAndView show(SignedIn me, UUID id, Filled filled, HttpStatus status) {
    concerns.summary(me, new ConcernId(id));
    List<Option> recipients =
        passing.recipients(me).stream()
            .map(each -> new Option(each.id().toString(), each.name()))
            .toList();
    return screens.show("helpline/pass", new PassPage("/inbox/" + id, recipients, filled), status);
  }
}
