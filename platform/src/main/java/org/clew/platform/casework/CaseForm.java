package org.clew.platform.casework;

import java.util.List;
import java.util.UUID;
import org.clew.platform.access.SignedIn;
import org.clew.platform.casework.screen.FormPage;
import org.clew.platform.web.Filled;
import org.clew.platform.web.Screens;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/// One form about a case or a part of it: asked, asked again, done.
record CaseForm(String template, Casework casework, Screens screens) {

  /// For something new.
  ModelAndView ask(SignedIn me, UUID id, Filled blank) {
    return show(casework.read(me, new CaseId(id)), null, blank);
  }

  /// For what is there.
  ModelAndView show(Case it, @Nullable PartId part, Filled filled) {
    return screens.show(template, new FormPage(it, part, filled));
  }

  /// What was filled in, with its mistakes.
  ModelAndView again(SignedIn me, UUID id, @Nullable UUID part, Filled filled) {
    return again(me, id, part, filled, List.of());
  }

  /// What was filled in, beside what somebody saved who was faster.
  ModelAndView again(
      SignedIn me, UUID id, @Nullable UUID part, Filled filled, List<FormPage.Standing> standing) {
    return screens.show(
        template,
        new FormPage(
            casework.read(me, new CaseId(id)),
            part == null ? null : new PartId(part),
            filled,
            standing),
        HttpStatus.UNPROCESSABLE_CONTENT);
  }

  /// Back to the case, which says so.
  ModelAndView saved(UUID id) {
    return screens.goTo("/cases/" + id, "casework.said.saved");
  }
}
