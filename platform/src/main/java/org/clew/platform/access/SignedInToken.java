package org.clew.platform.access;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/// What Spring Security holds of somebody who is signed in. It carries no authorities: what is
/// allowed stands in [Permissions].
public final class SignedInToken extends AbstractAuthenticationToken {

  private static final long serialVersionUID = 1;

  private final SignedIn signedIn;
  private final Instant provenAt;

  /// Somebody whose last proof is long ago.
  public SignedInToken(SignedIn signedIn) {
    this(signedIn, Instant.EPOCH);
  }

  /// @param provenAt when they last proved who they are
  public SignedInToken(SignedIn signedIn, Instant provenAt) {
    super(List.of());
    this.signedIn = signedIn;
    this.provenAt = provenAt;
    setAuthenticated(true);
  }

  /// Whether they proved who they are after this moment.
  public boolean isProvenSince(Instant moment) {
    return provenAt.isAfter(moment);
  }

  @Override
  public SignedIn getPrincipal() {
    return signedIn;
  }

  @Override
  public @Nullable Object getCredentials() {
    return null;
  }

  /// The person's id: names stand in no session table.
  @Override
  public String getName() {
    return signedIn.id().toString();
  }
}
