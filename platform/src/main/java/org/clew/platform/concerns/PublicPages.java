package org.clew.platform.concerns;

import org.clew.platform.access.Open;
import org.clew.platform.access.Organisations;
import org.clew.platform.concerns.screen.PlainPage;
import org.clew.platform.concerns.screen.WayPage;
import org.clew.platform.web.Screens;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// The front of Clew: what it is, the ways in, what is kept, what a phone remembers. Addresses tell
/// somebody who looks through a phone's history as little as they can. No page here sets a cookie.
@Controller
final class PublicPages {

  private final Screens screens;
  private final Organisations organisations;

  PublicPages(Screens screens, Organisations organisations) {
    this.screens = screens;
    this.organisations = organisations;
  }

  @Open("the front page")
  @GetMapping("/")
  ModelAndView front() {
    return screens.show("concerns/front", new PlainPage());
  }

  @Open("somebody needs help")
  @GetMapping("/for/me")
  ModelAndView forMe() {
    return screens.show("concerns/forMe", new WayPage(Way.NEED_HELP, taken()));
  }

  @Open("somebody is worried")
  @GetMapping("/for/someone")
  ModelAndView forSomeone() {
    return screens.show("concerns/forSomeone", new WayPage(Way.WORRIED, taken()));
  }

  @Open("somebody meets people at risk")
  @GetMapping("/for/work")
  ModelAndView forWork() {
    return screens.show("concerns/forWork", new WayPage(Way.AT_WORK, taken()));
  }

  @Open("what is kept")
  @GetMapping("/keep")
  ModelAndView keep() {
    return screens.show("concerns/keep", new WayPage(Way.NEED_HELP, taken()));
  }

  @Open("what a phone remembers")
  @GetMapping("/phone")
  ModelAndView phone() {
    return screens.show("concerns/phone", new WayPage(Way.NEED_HELP, taken()));
  }

  private boolean taken() {
    return !organisations.receivingConcerns().isEmpty();
  }
}
