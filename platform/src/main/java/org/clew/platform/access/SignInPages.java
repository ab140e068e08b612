package org.clew.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.clew.platform.access.screen.CodePage;
import org.clew.platform.access.screen.RecoveryPage;
import org.clew.platform.access.screen.SignInPage;
import org.clew.platform.web.AddressLimits;
import org.clew.platform.web.Mistake;
import org.clew.platform.web.Mistakes;
import org.clew.platform.web.NotFound;
import org.clew.platform.web.Screens;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Signing in and out.
@Controller
final class SignInPages {

  private static final String WHY = "nobody is signed in before signing in";

  private final SignIns signIns;
  private final Sessions sessions;
  private final Passkeys passkeys;
  private final AddressLimits addresses;
  private final DemoSignIns demo;
  private final Landing landing;
  private final Screens screens;

  SignInPages(
      SignIns signIns,
      Sessions sessions,
      Passkeys passkeys,
      AddressLimits addresses,
      DemoSignIns demo,
      Landing landing,
      Screens screens) {
    this.signIns = signIns;
    this.sessions = sessions;
    this.passkeys = passkeys;
    this.addresses = addresses;
    this.demo = demo;
    this.landing = landing;
    this.screens = screens;
  }

  @Open(WHY)
  @GetMapping("/sign-in")
  ModelAndView show(HttpServletRequest request) {
    SignedIn signedIn = Doorkeeper.signedIn(request.getUserPrincipal());
    return signedIn == null
        ? screens.show("access/signIn", new SignInPage("", Mistakes.NONE, demo.offered(request)))
        : screens.goTo(landing.of(signedIn));
  }

  @Open(WHY)
  @PostMapping("/sign-in")
  ModelAndView password(
      HttpServletRequest request,
      @RequestParam(defaultValue = "") String email,
      @RequestParam(defaultValue = "") String password) {
    addresses.take(request, Limits.TRIES);
    Optional<Found> found = signIns.password(email, password);
    if (found.isEmpty()) {
      Mistakes wrong = Mistakes.of(new Mistake("email", "access.signIn.wrong"));
      return screens.show(
          "access/signIn",
          new SignInPage(shortened(email), wrong, demo.offered(request)),
          HttpStatus.UNPROCESSABLE_CONTENT);
    }
    sessions.waitForSecondStep(request, found.get());
    return screens.goTo("/sign-in/code");
  }

  @Open(WHY)
  @GetMapping("/sign-in/code")
  ModelAndView codeForm(HttpServletRequest request) {
    return sessions.waiting(request).isPresent()
        ? screens.show("access/code", new CodePage(Mistakes.NONE))
        : screens.goTo(Doorkeeper.SIGN_IN);
  }

  @Open(WHY)
  @PostMapping("/sign-in/code")
  ModelAndView code(HttpServletRequest request, @RequestParam(defaultValue = "") String code) {
    addresses.take(request, Limits.TRIES);
    Optional<Found> waiting = sessions.waiting(request);
    if (waiting.isEmpty()) {
      return screens.goTo(Doorkeeper.SIGN_IN);
    }
    if (code.length() > SignIns.LONGEST_TEXT || !signIns.code(waiting.get(), code)) {
      return screens.show(
          "access/code",
          new CodePage(Mistakes.of(new Mistake("code", "access.code.wrong"))),
          HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return in(request, waiting.get());
  }

  @Open(WHY)
  @GetMapping("/sign-in/recovery")
  ModelAndView recoveryForm() {
    return screens.show("access/recovery", new RecoveryPage("", Mistakes.NONE));
  }

  @Open(WHY)
  @PostMapping("/sign-in/recovery")
  ModelAndView recovery(
      HttpServletRequest request,
      @RequestParam(defaultValue = "") String email,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "") String code) {
    addresses.take(request, Limits.TRIES);
    Optional<Found> found = signIns.recovery(email, password, code);
    if (found.isEmpty()) {
      Mistakes wrong = Mistakes.of(new Mistake("email", "access.recovery.wrong"));
      return screens.show(
          "access/recovery",
          new RecoveryPage(shortened(email), wrong),
          HttpStatus.UNPROCESSABLE_CONTENT);
    }
    in(request, found.get());
    return screens.goTo("/account");
  }

  @Open(WHY)
  @PostMapping("/sign-in/passkey/options")
  ResponseEntity<String> passkeyOptions(HttpServletRequest request) {
    addresses.take(request, Limits.TRIES);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(passkeys.requestOptions(request));
  }

  @Open(WHY)
  @PostMapping("/sign-in/passkey")
  ModelAndView passkey(
      HttpServletRequest request, @RequestParam(defaultValue = "") String credential) {
    addresses.take(request, Limits.TRIES);
    Optional<Found> owner = passkeys.owner(request, credential);
    if (owner.isEmpty()) {
      Mistakes wrong = Mistakes.of(new Mistake("email", "access.passkey.wrong"));
      return screens.show(
          "access/signIn",
          new SignInPage("", wrong, demo.offered(request)),
          HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return in(request, owner.get());
  }

  @Open("one click is all there is to it, in the demo and on this machine alone")
  @PostMapping("/sign-in/demo")
  ModelAndView demo(HttpServletRequest request, @RequestParam UUID person) {
    return in(request, demo.find(request, person).orElseThrow(NotFound::new));
  }

  @Open("leaving is never refused")
  @PostMapping("/sign-out")
  ModelAndView signOut(HttpServletRequest request, HttpServletResponse response) {
    SignedIn signedIn = Doorkeeper.signedIn(request.getUserPrincipal());
    if (signedIn != null) {
      signIns.left(signedIn);
    }
    sessions.end(request);
    response.setHeader("Clear-Site-Data", "\"cookies\", \"storage\"");
    return screens.goTo(Doorkeeper.SIGN_IN);
  }

  private ModelAndView in(HttpServletRequest request, Found who) {
    SignedIn in = signIns.enter(who).orElseThrow(NotFound::new);
    sessions.begin(request, who);
    return screens.goTo(landing.of(in));
  }

  private static String shortened(String email) {
    return email.length() > SignIns.LONGEST_TEXT ? "" : email;
  }
}
