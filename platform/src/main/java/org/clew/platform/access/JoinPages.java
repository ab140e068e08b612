package org.clew.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clew.platform.access.Invitations.Invited;
import org.clew.platform.access.screen.CodesPage;
import org.clew.platform.access.screen.JoinPage;
import org.clew.platform.web.AddressLimits;
import org.clew.platform.web.Mistake;
import org.clew.platform.web.Mistakes;
import org.clew.platform.web.Screens;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Choosing how to sign in, from a one-time link: a password with an authenticator app, or a
/// passkey. Ends with recovery codes, and signed in.
@Controller
final class JoinPages {

  private static final String WHY = "whoever holds the one-time link cannot sign in yet";

  private final Invitations invitations;
  private final Enrolment enrolment;
  private final Passkeys passkeys;
  private final Sessions sessions;
  private final AddressLimits addresses;
  private final Landing landing;
  private final Screens screens;

  JoinPages(
      Invitations invitations,
      Enrolment enrolment,
      Passkeys passkeys,
      Sessions sessions,
      AddressLimits addresses,
      Landing landing,
      Screens screens) {
    this.invitations = invitations;
    this.enrolment = enrolment;
    this.passkeys = passkeys;
    this.sessions = sessions;
    this.addresses = addresses;
    this.landing = landing;
    this.screens = screens;
  }

  @Open(WHY)
  @GetMapping("/join/{secret}")
  ModelAndView show(HttpServletRequest request, @PathVariable String secret) {
    addresses.take(request, Limits.TRIES);
    Invited invited = invitations.invited(secret);
    Person person = invited.person();
    return screens.show(
        "access/join",
        page(secret, invited, enrolment.newSecret(person.id(), person.email()), Mistakes.NONE));
  }

  @Open(WHY)
  @PostMapping("/join/{secret}")
  ModelAndView password(
      HttpServletRequest request,
      @PathVariable String secret,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "") String sealed,
      @RequestParam(defaultValue = "") String code) {
    addresses.take(request, Limits.TRIES);
    Invited invited = invitations.invited(secret);
    Person person = invited.person();
    var wrong = new ArrayList<Mistake>(enrolment.mistakes(password, person.email()).all());
    Optional<Enrolment.Shown> shown = enrolment.shown(person.id(), sealed, code);
    if (shown.isEmpty()) {
      wrong.add(new Mistake("code", "access.code.wrong"));
    }
    if (!wrong.isEmpty()) {
      return screens.show(
          "access/join",
          page(
              secret,
              invited,
              enrolment.secretAgain(person.id(), person.email(), sealed),
              new Mistakes(wrong)),
          HttpStatus.UNPROCESSABLE_CONTENT);
    }
    String hash = enrolment.hash(password);
    return in(
        request,
        invited,
        invitations.accept(
            invited,
            who -> {
              enrolment.setPassword(who, hash);
              enrolment.setAuthenticator(who, shown.orElseThrow());
            }));
  }

  @Open(WHY)
  @PostMapping("/join/{secret}/passkey/options")
  ResponseEntity<String> passkeyOptions(HttpServletRequest request, @PathVariable String secret) {
    addresses.take(request, Limits.TRIES);
    Invited invited = invitations.invited(secret);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(
            passkeys.creationOptions(
                request, SignedIn.person(invited.person(), invited.organisationName())));
  }

  @Open(WHY)
  @PostMapping("/join/{secret}/passkey")
  ModelAndView passkey(
      HttpServletRequest request,
      @PathVariable String secret,
      @RequestParam(defaultValue = "") String credential,
      @RequestParam(defaultValue = "") String label) {
    Invited invited = invitations.invited(secret);
    String called = PasskeyPages.label(label);
    return in(
        request,
        invited,
        invitations.accept(invited, _ -> passkeys.register(request, credential, called)));
  }

  private ModelAndView in(HttpServletRequest request, Invited invited, List<String> codes) {
    sessions.begin(request, invited.found());
    SignedIn me = SignedIn.person(invited.person(), invited.organisationName());
    return screens.show("access/codes", new CodesPage(codes, landing.of(me)));
  }

  private static JoinPage page(
      String secret,
      Invited invited,
      org.clew.platform.access.screen.AuthenticatorSecret authenticator,
      Mistakes mistakes) {
    return new JoinPage(
        "/join/" + OneTimeSecret.typed(secret).text(),
        invited.person().displayName(),
        invited.person().email(),
        invited.organisationName(),
        authenticator,
        mistakes);
  }
}
