package org.clew.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.clew.platform.access.screen.AuthenticatorPage;
import org.clew.platform.access.screen.CodesPage;
import org.clew.platform.access.screen.PasswordPage;
import org.clew.platform.web.Mistake;
import org.clew.platform.web.Mistakes;
import org.clew.platform.web.Screens;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Changing what one signs in with. Each change needs a fresh proof, and ends one's other sessions
/// where the old credential may have been in other hands.
@Controller
final class CredentialPages {

  private static final String ACCOUNT = "/account";

  private final Account account;
  private final Enrolment enrolment;
  private final Screens screens;

  CredentialPages(Account account, Enrolment enrolment, Screens screens) {
    this.account = account;
    this.enrolment = enrolment;
    this.screens = screens;
  }

  @Allowed(value = Action.KEEP_ACCOUNT, stepUp = true)
  @GetMapping("/account/password")
  ModelAndView passwordForm(SignedIn me) {
    return screens.show("access/password", new PasswordPage(email(me), Mistakes.NONE));
  }

  @Allowed(value = Action.KEEP_ACCOUNT, stepUp = true)
  @PostMapping("/account/password")
  ModelAndView password(
      SignedIn me, HttpServletRequest request, @RequestParam(defaultValue = "") String password) {
    Mistakes wrong = enrolment.mistakes(password, email(me));
    if (!wrong.isEmpty()) {
      return screens.show(
          "access/password", new PasswordPage(email(me), wrong), HttpStatus.UNPROCESSABLE_CONTENT);
    }
    account.setPassword(me, request, password);
    return account.hasAuthenticator(me)
        ? screens.goTo(ACCOUNT, "access.account.saved")
        : screens.goTo("/account/authenticator", "access.authenticator.needed");
  }

  @Allowed(value = Action.KEEP_ACCOUNT, stepUp = true)
  @GetMapping("/account/authenticator")
  ModelAndView authenticatorForm(SignedIn me) {
    return screens.show(
        "access/authenticator",
        new AuthenticatorPage(enrolment.newSecret(me.id(), email(me)), Mistakes.NONE));
  }

  @Allowed(value = Action.KEEP_ACCOUNT, stepUp = true)
  @PostMapping("/account/authenticator")
  ModelAndView authenticator(
      SignedIn me,
      HttpServletRequest request,
      @RequestParam(name = "sealed", defaultValue = "") String secret,
      @RequestParam(defaultValue = "") String code) {
    Optional<Enrolment.Shown> shown = enrolment.shown(me.id(), secret, code);
    if (shown.isEmpty()) {
      return screens.show(
          "access/authenticator",
          new AuthenticatorPage(
              enrolment.secretAgain(me.id(), email(me), secret),
              Mistakes.of(new Mistake("code", "access.code.wrong"))),
          HttpStatus.UNPROCESSABLE_CONTENT);
    }
    account.setAuthenticator(me, request, shown.orElseThrow());
    return screens.goTo(ACCOUNT, "access.account.saved");
  }

  @Allowed(value = Action.KEEP_ACCOUNT, stepUp = true)
  @PostMapping("/account/recovery")
  ModelAndView recoveryCodes(SignedIn me) {
    return screens.show("access/codes", new CodesPage(account.newRecoveryCodes(me), ACCOUNT));
  }

  private String email(SignedIn me) {
    return account.of(me).email();
  }
}
