package org.clew.platform.access;

import com.webauthn4j.util.exception.WebAuthnException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clew.platform.database.OrganisationId;
import org.clew.platform.database.Tenancy;
import org.clew.platform.web.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Passkeys (WebAuthn Level 3): discoverable, with the person verified by the device, bound to the
/// host of the public address. A challenge waits in the session and is used once.
@Component
final class Passkeys {

  static final int LONGEST_LABEL = 100;

  private static final String CREATION = "access.passkey.creation";
  private static final String REQUEST = "access.passkey.request";
  private static final int LONGEST_ANSWER = 20_000;

  private final JsonMapper json =
      JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();
  private final PasskeyOwners owners;
  private final PasskeyStore store;
  private final LookupStore lookup;
  private final PublicAddress address;

  Passkeys(PasskeyOwners owners, PasskeyStore store, LookupStore lookup, PublicAddress address) {
    this.owners = owners;
    this.store = store;
    this.lookup = lookup;
    this.address = address;
  }

  /// What the browser needs to make a passkey for somebody, as JSON.
  String creationOptions(HttpServletRequest request, SignedIn who) {
    PublicKeyCredentialCreationOptions options =
        Tenancy.bind(
            who.organisation(),
            () ->
                party()
                    .createPublicKeyCredentialCreationOptions(
                        new ImmutablePublicKeyCredentialCreationOptionsRequest(
                            new SignedInToken(who))));
    request.getSession(true).setAttribute(CREATION, options);
    return json.writeValueAsString(options);
  }

  /// Keeps the passkey the browser made. Runs inside the owner's organisation.
  ///
  /// @throws Refused when it is not an answer to the challenge of this session
  void register(HttpServletRequest request, String answer, String label) {
    if (!(take(request, CREATION) instanceof PublicKeyCredentialCreationOptions options)) {
      throw new Refused("access.passkey.wrong");
    }
    try {
      party()
          .registerCredential(
              new ImmutableRelyingPartyRegistrationRequest(
                  options,
                  new RelyingPartyPublicKey(
                      read(
                          answer,
                          new TypeReference<
                              PublicKeyCredential<AuthenticatorAttestationResponse>>() {}),
                      label)));
    } catch (WebAuthnException
        | IllegalArgumentException
        | NullPointerException
        | JacksonException _) {
      throw new Refused("access.passkey.wrong");
    }
  }

  /// What the browser needs to ask for a passkey of anybody, as JSON.
  String requestOptions(HttpServletRequest request) {
    return requestOptions(
        request,
        new AnonymousAuthenticationToken(
            "anyone", "anyone", AuthorityUtils.createAuthorityList("ANYONE")));
  }

  /// The same for a passkey of somebody who is in already.
  String requestOptions(HttpServletRequest request, SignedIn me) {
    return requestOptions(request, new SignedInToken(me));
  }

  /// Whose passkey answered; none when the answer is wrong in any way.
  Optional<Found> owner(HttpServletRequest request, String answer) {
    if (!(take(request, REQUEST) instanceof PublicKeyCredentialRequestOptions options)) {
      return Optional.empty();
    }
    try {
      var credential =
          read(answer, new TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>>() {});
      return lookup
          .byPasskey(credential.getRawId().getBytes())
          .flatMap(organisation -> owner(organisation, options, credential));
    } catch (WebAuthnException
        | IllegalArgumentException
        | NullPointerException
        | JacksonException _) {
      return Optional.empty();
    }
  }

  List<CredentialRecord> of(PersonId person) {
    return store.findByUserId(PasskeyStore.handle(person));
  }

  /// Takes one of somebody's own passkeys away; false when they have none such.
  boolean remove(PersonId person, String credentialId) {
    Optional<CredentialRecord> own =
        of(person).stream()
            .filter(key -> key.getCredentialId().toBase64UrlString().equals(credentialId))
            .findFirst();
    own.ifPresent(key -> store.delete(key.getCredentialId()));
    return own.isPresent();
  }

  private Optional<Found> owner(
      OrganisationId organisation,
      PublicKeyCredentialRequestOptions options,
      PublicKeyCredential<AuthenticatorAssertionResponse> credential) {
    PublicKeyCredentialUserEntity owner =
        Tenancy.bind(
            organisation,
            () -> party().authenticate(new RelyingPartyAuthenticationRequest(options, credential)));
    var found = new Found(PasskeyStore.person(owner.getId()), organisation);
    return Tenancy.<Optional<Person>, RuntimeException>bind(
            organisation, () -> owners.person(found.person()))
        .filter(person -> !person.blocked())
        .map(_ -> found);
  }

  private String requestOptions(HttpServletRequest request, Authentication who) {
    PublicKeyCredentialRequestOptions options =
        party()
            .createCredentialRequestOptions(
                new ImmutablePublicKeyCredentialRequestOptionsRequest(who));
    request.getSession(true).setAttribute(REQUEST, options);
    return json.writeValueAsString(options);
  }

  private <T> T read(String answer, TypeReference<T> type) {
    if (answer.length() > LONGEST_ANSWER) {
      throw new IllegalArgumentException("too long for an answer of a passkey");
    }
    return json.readValue(answer, type);
  }

  /// A challenge is used once, whatever comes of it.
  private static @Nullable Object take(HttpServletRequest request, String name) {
    HttpSession session = request.getSession(false);
    if (session == null) {
      return null;
    }
    @Nullable Object challenge = session.getAttribute(name);
    session.removeAttribute(name);
    return challenge;
  }

  private WebAuthnRelyingPartyOperations party() {
    var party =
        new Webauthn4JRelyingPartyOperations(
            owners,
            store,
            PublicKeyCredentialRpEntity.builder().id(address.host()).name("Clew").build(),
            Set.of(address.origin()));
    party.setCustomizeCreationOptions(
        options ->
            options.authenticatorSelection(
                AuthenticatorSelectionCriteria.builder()
                    .residentKey(ResidentKeyRequirement.REQUIRED)
                    .userVerification(UserVerificationRequirement.REQUIRED)
                    .build()));
    party.setCustomizeRequestOptions(
        options -> options.userVerification(UserVerificationRequirement.REQUIRED));
    return party;
  }
}
