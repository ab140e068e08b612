package org.clew.platform.concerns;

import org.clew.platform.access.Action;
import org.clew.platform.access.Allowed;
import org.clew.platform.access.SignedIn;
import org.clew.platform.concerns.screen.ConcernSettingsPage;
import org.clew.platform.concerns.screen.ShorteningPage;
import org.clew.platform.web.Filled;
import org.clew.platform.web.Refused;
import org.clew.platform.web.Screens;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// For how long concerns are kept, and to which key they are sealed. Both need a proof of who one
/// is; what destroys or cannot be undone is asked about first.
@Controller
final class ConcernSettingsPages {

  private static final String HERE = "/settings/concerns";

  private final ConcernSettings settings;
  private final Screens screens;

  ConcernSettingsPages(ConcernSettings settings, Screens screens) {
    this.settings = settings;
    this.screens = screens;
  }

  @Allowed(value = Action.MANAGE_SETTINGS, stepUp = true)
  @GetMapping(HERE)
  ModelAndView show(SignedIn me) {
    return show(me, Filled.blank(), HttpStatus.OK);
  }

  @Allowed(value = Action.MANAGE_SETTINGS, stepUp = true)
  @PostMapping(HERE + "/keep")
  ModelAndView keep(SignedIn me, @RequestParam MultiValueMap<String, String> form) {
    Filled filled = Filled.in(form);
    Integer days = filled.count("days", Limits.RETENTION_MOST);
    try {
      Shortening shortening = settings.ask(me, days == null ? 0 : days);
      if (!filled.isTicked("sure")) {
        return screens.show(
            "concerns/shortening",
            new ShorteningPage(
                shortening.days(),
                shortening.sooner(),
                shortening.soonest(),
                shortening.lastDay()));
      }
      settings.keepFor(me, shortening.days());
      return screens.goTo(HERE, "concerns.settings.said.keep", shortening.days());
    } catch (Refused refused) {
      filled.mistake("days", refused.messageKey(), refused.arguments());
      return show(me, filled, HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  @Allowed(value = Action.MANAGE_SETTINGS, stepUp = true)
  @PostMapping(HERE + "/key")
  ModelAndView key(SignedIn me) {
    settings.rotateKey(me);
    return screens.goTo(HERE, "concerns.settings.said.key");
  }

  private ModelAndView show(SignedIn me, Filled filled, HttpStatus status) {
    Keeping now = settings.now(me);
    String typed = filled.isBlank() ? Integer.toString(now.days()) : filled.text("days");
    var page =
        new ConcernSettingsPage(now.days(), now.held(), now.keySince(), typed, filled.mistakes());
    return screens.show("concerns/settings", page, status);
  }
}
