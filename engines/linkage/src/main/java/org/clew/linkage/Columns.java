package org.clew.linkage;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What the columns of a list hold: guessed by the heading in English, Spanish or Arabic, and by
/// the first cells. A guess is there to be shown and changed.
public final class Columns {

  /// What stands before the name in a heading that is an address on the web, as RDF has it.
  private static final Pattern IRI = Pattern.compile("^https?://.*[/#](?=[^/#]+$)");

  private static final Pattern COMPANY =
      Pattern.compile(
          "(?iU).*\\b(ltd|limited|inc|llc|llp|plc|gmbh|co|corp|company|s\\.?a\\.?|s\\.?l\\.?|sas|srl|"
              + "bv|kg|ag|ooo|pvt|factory|garments?|mills?|textiles?|industr\\w+|manufactur\\w+|"
              + "agency|agencia|agencies|group|enterprises?|f[aá]brica|شركة|مصنع|مكتب)\\b.*");

  private static final Pattern COMMA = Pattern.compile(",");
  private static final Pattern SPACE = Pattern.compile(" ");

  private static final Map<String, Kind> WORDS = words();

  private Columns() {}

  /// What a column holds, if it can be told.
  ///
  /// @param header as it stands in the file
  /// @param samples its first cells that are not empty
  /// @param others the headings of all columns
  public static Optional<Kind> guess(String header, List<String> samples, List<String> others) {
    String plain = plain(header);
    Kind byHeader = WORDS.get(plain);
    if (byHeader == Kind.NAME && namesOrganisations(samples, others)) {
      return Optional.of(Kind.ORGANISATION_NAME);
    }
    if (byHeader == Kind.NAME && Cells.nameThings(samples)) {
      return Optional.of(Kind.TITLE);
    }
    if (byHeader == Kind.TITLE && Cells.areForms(samples)) {
      return Optional.of(Kind.CATEGORY);
    }
    return Optional.ofNullable(byHeader)
        .or(() -> Cells.kind(samples))
        .or(() -> byWords(plain))
        .filter(kind -> kind == Kind.USERNAME || !Cells.areLinks(samples));
  }

  /// A heading as it is looked up: lower case, no accents, one space between words.
  static String plain(String header) {
    String spaced = IRI.matcher(header).replaceFirst("").replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2");
    String bare = Normalizer.normalize(spaced, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
    return bare.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  private static boolean namesOrganisations(List<String> samples, List<String> others) {
    long companies = samples.stream().filter(sample -> COMPANY.matcher(sample).matches()).count();
    Set<String> headings = others.stream().map(Columns::plain).collect(Collectors.toSet());
    boolean facilities =
        headings.stream().anyMatch(Set.of("sector", "facility type", "product type")::contains);
    return facilities || (companies > 0 && companies * 3 >= samples.size());
  }

  /// A heading of several words that holds a telling one: `contact phone no`.
  private static Optional<Kind> byWords(String plain) {
    List<String> words = List.of(SPACE.split(plain, -1));
    for (Map.Entry<String, Kind> entry : WORDS.entrySet()) {
      Kind kind = entry.getValue();
      boolean telling =
          kind == Kind.PHONE
              || kind == Kind.EMAIL
              || kind == Kind.ADDRESS
              || kind == Kind.DOCUMENT
              || kind == Kind.VEHICLE;
      if (telling && words.contains(entry.getKey())) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  private static Map<String, Kind> words() {
    var words = new LinkedHashMap<String, Kind>();
    put(
        words,
        Kind.NAME,
        "name,authors,author,full name,fullname,person name,person,contact name,nombre completo,nombre y apellido,"
            + "nombre y apellidos,nombre apellido,الاسم,الاسم الكامل,الاسم الثلاثي,اسم,اسم الشخص");
    put(
        words,
        Kind.GIVEN_NAME,
        "first name,firstname,given name,given names,givenname,forename,fname,first,nombre,nombres,"
            + "nombre de pila,primer nombre,الاسم الاول,الاسم الشخصي");
    put(
        words,
        Kind.FAMILY_NAME,
        "surname,last name,lastname,family name,familyname,lname,last,apellido,apellidos,"
            + "primer apellido,اسم العائلة,اللقب,الكنية,الشهرة");
    put(
        words,
        Kind.ORGANISATION_NAME,
        "facility,facility name,factory,factory name,company,company name,organisation,organization,"
            + "organisation name,organization name,employer,agency,agency name,recruiter,supplier,"
            + "supplier name,business name,vessel,vessel name,empresa,compania,razon social,"
            + "organizacion,empleador,agencia,fabrica,proveedor,الشركة,اسم الشركة,المنظمة,المصنع,"
            + "صاحب العمل,الكفيل,المكتب,وكالة");
    put(
        words,
        Kind.PHONE,
        "phone,phone number,phonenumber,telephone,tel,mobile,mobile number,cell,cellphone,whatsapp,"
            + "contact number,msisdn,telefono,movil,celular,numero de telefono,الهاتف,رقم الهاتف,"
            + "هاتف,الجوال,رقم الجوال,جوال,الموبايل,تلفون,واتساب");
    put(
        words,
        Kind.EMAIL,
        "email,e mail,mail,email address,e mail address,correo,correo electronico,"
            + "البريد,البريد الالكتروني,ايميل,الايميل");
    put(
        words,
        Kind.ACCOUNT,
        "account,account number,iban,bank account,wallet,cuenta,"
            + "numero de cuenta,cuenta bancaria,رقم الحساب,الحساب,ايبان");
    put(
        words,
        Kind.DOCUMENT,
        "passport,passport number,passport no,document,document number,id number,id no,national id,"
            + "identity card,ssn,soc sec id,social security number,visa number,permit,case number,"
            + "pasaporte,documento,numero de documento,dni,nie,cedula,numero de pasaporte,"
            + "رقم الجواز,جواز السفر,رقم جواز السفر,رقم الهوية,الهوية,رقم الاقامة");
    put(
        words,
        Kind.VEHICLE,
        "plate,number plate,license plate,licence plate,registration,vehicle,"
            + "vehicle registration,vrm,matricula,placa,patente,لوحة,رقم اللوحة,المركبة");
    put(
        words,
        Kind.ADDRESS,
        "address,addr,full address,street,street address,address 1,address 2,address 3,address1,address2,"
            + "address line 1,address line 2,street number,street name,house number,direccion,"
            + "domicilio,calle,العنوان,عنوان,الشارع");
    put(
        words,
        Kind.USERNAME,
        "username,user name,handle,user,nick,nickname,telegram,instagram,"
            + "facebook,usuario,nombre de usuario,اسم المستخدم,المعرف");
    put(
        words,
        Kind.BIRTH_DATE,
        "dob,date of birth,birth date,birthdate,birthday,born,year of birth,birth year,"
            + "fecha de nacimiento,nacimiento,ano de nacimiento,تاريخ الميلاد,الميلاد,سنة الميلاد");
    put(
        words,
        Kind.PLACE,
        "city,town,suburb,district,region,state,province,county,place,village,locality,location,"
            + "ciudad,municipio,provincia,departamento,localidad,lugar,المدينة,المحافظة,القرية,"
            + "المنطقة,المكان,الولاية");
    put(
        words,
        Kind.POSTCODE,
        "postcode,post code,postal code,zip,zip code,zipcode,codigo postal,cp," + "الرمز البريدي");
    put(words, Kind.COUNTRY, "country,country code,country name,pais,البلد,الدولة,بلد");
    put(
        words,
        Kind.CATEGORY,
        "sector,category,cuisine,genre,venue,journal,conference,gender,sex,nationality,role,type,facility type,industry,occupation,sexo,genero,"
            + "nacionalidad,rol,tipo,ocupacion,القطاع,الجنس,الجنسية,الدور,النوع,المهنة");
    put(
        words,
        Kind.TITLE,
        "title,product,product name,product title,item,item name,model,article,headline,titulo,"
            + "producto,articulo,modelo,العنوان الرئيسي,المنتج,اسم المنتج");
    put(
        words,
        Kind.NUMBER,
        "year,publication year,price,list price,cost,amount,quantity,weight,size,volume,pages,precio,"
            + "coste,importe,cantidad,peso,السعر,الكمية,الوزن,المبلغ,سنة النشر");
    put(
        words,
        Kind.TEXT,
        "notes,note,description,comment,comments,remarks,text,narrative,notas,"
            + "descripcion,comentarios,observaciones,ملاحظات,الوصف,وصف");
    return words;
  }

  private static void put(Map<String, Kind> words, Kind kind, String headings) {
    for (String heading : COMMA.split(headings, -1)) {
      words.put(plain(heading), kind);
    }
  }
}
