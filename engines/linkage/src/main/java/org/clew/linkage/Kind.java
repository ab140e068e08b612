package org.clew.linkage;

/// What a value is. The kind decides how a value is normalised, looked up and weighed.
public enum Kind {
  /// A person's whole name, in any order and any script.
  NAME,
  /// A person's given name or names.
  GIVEN_NAME,
  /// A person's family name, surname or patronymic.
  FAMILY_NAME,
  /// The name of a company, charity, agency, facility or vessel.
  ORGANISATION_NAME,
  /// A telephone number, whole or only its ending.
  PHONE,
  /// An e-mail address.
  EMAIL,
  /// A bank, wallet or payment account.
  ACCOUNT,
  /// A passport, identity card, permit or case number.
  DOCUMENT,
  /// A vehicle's registration plate.
  VEHICLE,
  /// A postal address on one line; unit and house numbers decide.
  ADDRESS,
  /// The name somebody goes by on a service, with or without a leading `@`.
  USERNAME,
  /// A date of birth, or only its year.
  BIRTH_DATE,
  /// A city, district, region or other named place.
  PLACE,
  /// A postal code.
  POSTCODE,
  /// A country by name or ISO 3166 code.
  COUNTRY,
  /// A closed answer such as a role, sector, gender or nationality.
  CATEGORY,
  /// What a thing is called: a publication, a product, an advertisement; its model number counts.
  TITLE,
  /// A year, price, size or count.
  NUMBER,
  /// Free text. Weak evidence, and only where the words are rare.
  TEXT
}
