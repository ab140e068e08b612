package org.clew.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import org.clew.platform.access.screen.SetupPage;
import org.clew.platform.web.AddressLimits;
import org.clew.platform.web.Mistake;
import org.clew.platform.web.Mistakes;
import org.clew.platform.web.NotFound;
import org.clew.platform.web.Screens;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The first start. Once anybody can sign in, none of this exists.
@Controller
final class SetupPages {

  private static final String WHY = "there is nobody yet who could sign in";

  private final Setup setup;
  private final AddressLimits addresses;
  private final Screens screens;

  SetupPages(Setup setup, AddressLimits addresses, Screens screens) {
    this.setup = setup;
    this.addresses = addresses;
    this.screens = screens;
  }

  @Open(WHY)
  @GetMapping("/setup")
  ModelAndView show() {
    demandOpen();
    return screens.show("access/setup", new SetupPage("", "", "", Mistakes.NONE));
  }

  @Open(WHY)
  @PostMapping("/setup")
  ModelAndView begin(
      HttpServletRequest request,
      @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String organisation,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String email) {
    addresses.take(request, Limits.TRIES);
    demandOpen();
    OneTimeSecret typed = OneTimeSecret.typed(code);
    var wrong = new ArrayList<Mistake>();
    if (!setup.knows(typed)) {
      wrong.add(new Mistake("code", "access.setup.code.wrong"));
    }
    wrong.addAll(Fields.name("organisation", organisation));
    wrong.addAll(Fields.name("name", name));
    wrong.addAll(Fields.email("email", email));
    if (!wrong.isEmpty()) {
      return screens.show(
          "access/setup",
          new SetupPage(organisation, name, email, new Mistakes(wrong)),
          HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return screens.goTo(setup.begin(typed, organisation, name, email));
  }

  private void demandOpen() {
    if (!setup.isOpen()) {
      throw new NotFound();
    }
  }
}
