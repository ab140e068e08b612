package org.clew.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import org.clew.platform.web.Screens;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Making and giving up passkeys of one's own.
@Controller
final class PasskeyPages {

  /// What a passkey is called when its owner gives it no name.
  private static final String UNNAMED = "Passkey";

  private final Account account;
  private final Passkeys passkeys;
  private final Screens screens;

  PasskeyPages(Account account, Passkeys passkeys, Screens screens) {
    this.account = account;
    this.passkeys = passkeys;
    this.screens = screens;
  }

  @Allowed(value = Action.KEEP_ACCOUNT, stepUp = true)
  @GetMapping("/account/passkeys")
  ModelAndView show(SignedIn me) {
    return screens.show("access/passkeys", me.displayName());
  }

  @Allowed(value = Action.KEEP_ACCOUNT, stepUp = true)
  @PostMapping("/account/passkeys/options")
  ResponseEntity<String> options(SignedIn me, HttpServletRequest request) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(passkeys.creationOptions(request, me));
  }

  @Allowed(value = Action.KEEP_ACCOUNT, stepUp = true)
  @PostMapping("/account/passkeys")
  ModelAndView add(
      SignedIn me,
      HttpServletRequest request,
      @RequestParam(defaultValue = "") String credential,
      @RequestParam(defaultValue = "") String label) {
    account.addPasskey(me, request, credential, label(label));
    return screens.goTo("/account", "access.account.saved");
  }

  @Allowed(value = Action.KEEP_ACCOUNT, stepUp = true)
  @PostMapping("/account/passkeys/remove")
  ModelAndView remove(SignedIn me, @RequestParam(defaultValue = "") String id) {
    account.removePasskey(me, id);
    return screens.goTo("/account", "access.account.saved");
  }

  static String label(String typed) {
    String label = typed.strip();
    return label.isEmpty()
        ? UNNAMED
        : label.substring(0, Math.min(label.length(), Passkeys.LONGEST_LABEL));
  }
}
