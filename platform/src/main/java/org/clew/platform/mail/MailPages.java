package org.clew.platform.mail;

import org.clew.platform.access.Action;
import org.clew.platform.access.Allowed;
import org.clew.platform.access.PublicAddress;
import org.clew.platform.access.SignedIn;
import org.clew.platform.mail.screen.MailPage;
import org.clew.platform.web.Screens;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Whether people are told by mail, among the settings.
@Controller
final class MailPages {

  private static final String HERE = "/settings/mail";

  private final MailChoice choice;
  private final Carrier carrier;
  private final PublicAddress address;
  private final Screens screens;

  MailPages(MailChoice choice, Carrier carrier, PublicAddress address, Screens screens) {
    this.choice = choice;
    this.carrier = carrier;
    this.address = address;
    this.screens = screens;
  }

  @Allowed(Action.MANAGE_SETTINGS)
  @GetMapping(HERE)
  ModelAndView show(SignedIn me) {
    return screens.show(
        "mail/settings",
        new MailPage(
            carrier.messageKey(), choice.isWanted(me), choice.failing(me), address.origin()));
  }

  @Allowed(Action.MANAGE_SETTINGS)
  @PostMapping(HERE)
  ModelAndView change(SignedIn me, @RequestParam(defaultValue = "") String wanted) {
    choice.want(me, wanted.equals("yes"));
    return screens.goTo(HERE, "access.account.saved");
  }
}
