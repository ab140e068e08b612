package org.clew.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.clew.platform.access.screen.AccountPage;
import org.clew.platform.access.screen.SessionsPage;
import org.clew.platform.web.Language;
import org.clew.platform.web.NotFound;
import org.clew.platform.web.Screens;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// One's own account: what one signs in with, one's language, mail, sessions.
@Controller
final class AccountPages {

  private final Account account;
  private final Sessions sessions;
  private final Screens screens;

  AccountPages(Account account, Sessions sessions, Screens screens) {
    this.account = account;
    this.sessions = sessions;
    this.screens = screens;
  }

  @Allowed(Action.KEEP_ACCOUNT)
  @GetMapping("/account")
  ModelAndView show(SignedIn me) {
    Person person = account.of(me);
    Language language = person.language();
    return screens.show(
        "access/account",
        new AccountPage(
            person.displayName(),
            person.email(),
            person.roles().stream().sorted().map(Role::messageKey).toList(),
            language == null ? "" : language.tag(),
            account.isToldByMail(me),
            account.passwordChangedAt(me).orElse(null),
            account.hasAuthenticator(me),
            account.passkeys(me).stream()
                .map(
                    key ->
                        new AccountPage.Key(
                            key.getCredentialId().toBase64UrlString(),
                            key.getLabel(),
                            key.getCreated(),
                            key.getLastUsed()))
                .toList(),
            account.recoveryCodesLeft(me)));
  }

  @Allowed(Action.KEEP_ACCOUNT)
  @PostMapping("/account/language")
  ModelAndView language(SignedIn me, @RequestParam(defaultValue = "") String language) {
    account.speak(me, Language.of(language).filter(Language.offered()::contains).orElse(null));
    return screens.goTo("/account", "access.account.saved");
  }

  @Allowed(Action.KEEP_ACCOUNT)
  @PostMapping("/account/mail")
  ModelAndView mail(SignedIn me, @RequestParam(defaultValue = "") String told) {
    account.tellByMail(me, told.equals("yes"));
    return screens.goTo("/account", "access.account.saved");
  }

  @Allowed(Action.KEEP_ACCOUNT)
  @GetMapping("/account/sessions")
  ModelAndView sessions(SignedIn me, HttpServletRequest request) {
    UUID current = sessions.current(request);
    return screens.show(
        "access/sessions",
        new SessionsPage(
            sessions.open(me.id()).stream()
                .map(
                    open ->
                        new SessionsPage.Row(
                            open.handle().toString(),
                            open.since(),
                            open.lastUsed(),
                            open.handle().equals(current)))
                .toList()));
  }

  @Allowed(Action.KEEP_ACCOUNT)
  @PostMapping("/account/sessions/end")
  ModelAndView end(SignedIn me, @RequestParam UUID handle) {
    if (!sessions.end(me.id(), handle)) {
      throw new NotFound();
    }
    return screens.goTo("/account/sessions", "access.sessions.ended");
  }

  @Allowed(Action.KEEP_ACCOUNT)
  @PostMapping("/account/sessions/others")
  ModelAndView endOthers(SignedIn me, HttpServletRequest request) {
    sessions.endAllBut(me.id(), sessions.current(request));
    return screens.goTo("/account/sessions", "access.sessions.ended");
  }
}
