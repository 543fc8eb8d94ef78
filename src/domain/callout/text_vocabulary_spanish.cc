#include <array>

#include "domain/callout/text_vocabulary.h"

namespace callout {
namespace {

constexpr std::array groups = {
    Group{"hoy", "hoy | oy | ahora"},
    Group{"muy",
          "muy | super | bien | bastante | todavia | aun | tambien | un poco | algo | tan | mal"},
    Group{"no", "no | yo no | me no | pues no | nop"},
    Group{"al_trabajo",
          "al trabajo | a trabajar | a la oficina | a la clinica | al turno | a mi turno | "
          "a trabajo | al jale | a la chamba | al trabajar"},
    Group{"poder",
          "puedo | voy a poder | podre | boy a poder | vo a poder | pudo ahora | voy poder | "
          "vy a poder | podria"},
    Group{"ir",
          "ir | venir | asistir | llegar | presentarme | trabajar | acudir | irme | benir | yr | "
          "ir a trabajar | ir al trabajo | estar ahi | hacer mi turno | cubrir mi turno"},
    Group{"voy",
          "voy | boy | ire | vendre | asistire | vengo | voy a ir | voy a venir | "
          "boy a ir | voy a trabajar | boy a trabajar | voy a asistir | voy ir | me presento | "
          "me presentare | voy a presentarme | trabajare | voy a llegar | vy | ire mas | "
          "estare | voy a estar | asisto | me voy a presentar"},
    Group{"enferma",
          "enferma | enfermo | emferma | emfermo | enfrma | enfermita | enfermito | enferm | "
          "malita | malito | mala | malo"},
    Group{"tengo_que",
          "tengo que | voy a tener que | necesito | debo | voy a | tendre que | quiero | "
          "tuve que | boy a | tengo k | tengo q"},
    Group{"estoy", "estoy | ando | sigo | estoi | toy | amaneci | desperte | me siento | stoy"},
    Group{"dia", "lunes | martes | miercoles | jueves | viernes | sabado | domingo"},
    Group{"hora", "TIME | NUMBER"},
    Group{"alas", "a las | a la | alas | como a las | a eso de las | tipo | por ahi de las | las"},
};

constexpr std::array phrases = {
    Phrase{Role::withdrawn, Subject::sender, R"(
        no voy a faltar
        no falto|faltare
        no tengo que faltar
        no me voy a reportar <enferma>?
        no me reporto|reporte <enferma>?
        olvidalo|olvidenlo
        olvida|olviden mi mensaje
        cambie de opinion
        ya puedo|voy <ir>?
        siempre si voy|puedo? <ir>?
        mentira|broma)"},
    Phrase{Role::not_sick, Subject::sender, R"(
        no estoy|ando|soy <muy>? <enferma>
        ya no estoy|ando <muy>? <enferma>
        ya no me siento mal)"},
    Phrase{Role::late, Subject::sender, R"(
        <no> <poder> <ir> a tiempo|temprano
        <no> <voy> a tiempo|temprano
        <no> <poder> <ir> antes|hasta de? <alas> <hora>
        <no> <voy> antes|hasta de? <alas> <hora>
        <muy>? voy|ando|llego|llegare|vengo|boy|yego <muy>? tarde DURATION?
        voy|ando|llego|llegare|vengo|boy|yego DURATION|NUMBER tarde|retrasada|retrasado
        voy|ando|boy <muy>? retrasada|retrasado|atrasada|atrasado DURATION?
        voy|boy con retraso|demora
        voy|boy a <ir> como? DURATION|NUMBER? <muy>? tarde DURATION?
        voy|boy a llegar <alas> <hora>
        llego|llegare|entro|estoy|estare <alas> <hora>
        llego|llegare|estoy|voy|estare en|como DURATION
        llego|llegare un poco|poquito tarde
        voy a llegar un poco|poquito tarde
        se me hizo|iso tarde
        estoy? atorada|atorado|atascada|atascado|atrapada|atrapado en el? trafico
        me voy a tardar|atrasar|retrasar DURATION?
        tarde DURATION
        DURATION tarde|retrasada|retrasado)"},
    Phrase{Role::early, Subject::sender, R"(
        salgo|salir|saldre <alas> <hora>
        <tengo_que> salir|irme|salirme|retirarme mas? temprano <alas>? <hora>?
        <tengo_que> salir|irme|salirme|retirarme <alas> <hora>
        me <tengo_que> ir temprano|<alas> <hora>?
        salgo|saldre|voy mas? temprano
        me voy|retiro|salgo mas? temprano <alas>? <hora>?
        me voy|retiro <alas> <hora>
        me voy|retiro a casa <enferma>?
        <tengo_que> irme a casa)"},
    Phrase{Role::back, Subject::open, R"(
        regreso|vuelvo|regresare|volvere|vengo|voy el? <dia>|DATE|manana
        espero? regresar|volver|estar|ir el? <dia>|DATE|manana
        nos vemos el? <dia>|DATE|manana
        hasta manana
        ya? manana si? voy|regreso|vengo|vuelvo
        si voy manana)"},
    Phrase{Role::better, Subject::sender, R"(
        ya? me siento|sinto mejor
        ya? estoy <muy>? mejor
        ya? ando mejor)"},
    Phrase{Role::coming, Subject::sender, R"(
        si voy|puedo|ire <ir>?
        ya voy para|en alla|camino?
        voy|estoy en camino
        voy para alla
        ya llegue|llego|estoy|ando aqui|ahi?
        pero si? voy a? <ir>?
        estoy en el trabajo)"},
    Phrase{Role::absent, Subject::sender, R"(
        <no> <muy>? <poder> <ir> <al_trabajo>?
        <no> <muy>? <voy> <al_trabajo>?
        <no> me es posible <ir> <al_trabajo>?
        <no> llego al trabajo
        <no> podre? presentarme <al_trabajo>?
        <tengo_que> faltar <al_trabajo>?
        faltare|falto <al_trabajo>?
        <tengo_que> ausentarme
        me? <tengo_que>? reporto|reportarme|reportar|reportandome|reportando <enferma>
        <tengo_que>? llamo|llamar|llamando|llamaba para? reportarme|reportar? <enferma>
        me quedo|quedare|quedo|voy en casa <enferma>?
        me voy a quedar en casa
        <tengo_que> quedarme en casa
        me tomo|tomare el dia
        tomare|tomo un? dia por enfermedad|enferma|enfermo
        estoy|estare de baja
        estare ausente
        no cuenten conmigo)"},
    Phrase{Role::away, Subject::sender, R"(
        fuera
        ausente
        dia de enfermedad|enferma|enfermo)"},
    Phrase{Role::sick, Subject::sender, R"(
        <estoy> <muy>? <muy>? enferma|enfermo|emferma|emfermo|enfrma
        <estoy> <muy>? malita|malito|mala|malo
        me enferme|emferme)"},
    Phrase{Role::sick, Subject::open, R"(
        <muy>? enferma|enfermo|emferma|emfermo)"},
    Phrase{Role::today, Subject::open, R"(
        por|para|de|desde? <hoy>
        el dia de hoy
        hoy|oy en|por la manana|tarde
        por|para? esta manana|tarde
        hoy dia)"},
    Phrase{Role::tonight, Subject::open, R"(
        por|para? esta noche
        hoy en|por la noche)"},
    Phrase{Role::tomorrow, Subject::open, R"(
        por|para|el? dia|de? manana
        manana en|por la manana|tarde|noche
        manana temprano)"},
    Phrase{Role::filler, Subject::open, "por|de|en|desde|toda la|esta? manana"},
    Phrase{Role::weekday, Subject::open, R"(
        este|para|por? el|este? <dia>
        el? <dia> en|por la manana|tarde|noche)"},
    Phrase{Role::date, Subject::open, "este|para|por? el|dia? DATE"},
    Phrase{Role::several, Subject::open, R"(
        por|el? el? resto de la semana
        por? toda|esta la? semana
        este|el? fin de semana
        hasta|asta el? <dia>|DATE
        hasta nuevo aviso
        por? unos|varios|dos|tres|cuatro|NUMBER dias
        los dos dias)"},
    Phrase{Role::since, Subject::open, R"(
        desde el? <dia>|ayer|anoche
        desde la|esta madrugada|manana|noche
        desde hace DURATION
        desde las <hora>
        toda la noche|madrugada|manana
        todo el dia)"},
    Phrase{Role::past, Subject::open, R"(
        ayer|anoche|antier
        la semana|noche pasada
        el mes|ano|<dia> pasado
        estaba|estuve|tuve|falte|fue)"},
    Phrase{Role::far, Subject::open, R"(
        pasado manana
        la? proxima|siguiente semana
        el? proximo|siguiente mes|<dia>|ano
        la semana|mes que viene
        el? <dia> que viene|proximo
        todos los|<dia>
        navidad|vacaciones)"},
    Phrase{Role::condition, Subject::open, "si|dependiendo\n en caso"},
    Phrase{Role::hedge, Subject::open, R"(
        quizas|quiza|talvez|acaso|capaz|posiblemente|probablemente|ojala
        tal vez|ves
        a lo mejor
        puede|pueda que|ser
        no creo que?
        creo|pienso|supongo que|k|q?
        no se si?
        no estoy segura|seguro)"},
    Phrase{Role::report, Subject::open, "dijo|dice|dicen|dijeron|pregunta|pregunto"},
    Phrase{Role::question, Subject::open, R"(
        que hora|horas|dia|dias|turno|pasa|paso|tal|significa|es|hago|tengo
        a? que hora
        quien|quienes|cuando|como|donde|cuanto|cuantos|cuanta|cuantas|cual
        puedo|puede|pueden|podria|podrian
        hay|tengo alguien|turno
        alguien
        me puede|puedes|pueden|podria|podrian
        queria saber
        quisiera saber|preguntar|pedir)"},
    Phrase{Role::courtesy, Subject::open, R"(
        lo? siento mucho?
        perdon|disculpe|disculpa|disculpen|perdone|perdona|lamento jefa|jefe?
        disculpe|perdon|disculpa por|la? las? molestias|molestia|hora
        por favor|fabor
        porfa|porfavor|xfa
        muchas|mil? gracias
        me avisan|avisa|avisas|avisen si|cualquier? cosa?
        si necesita|necesitan|necesitas|tiene|tienen|hay algo|alguna? pregunta?
        espero comprenda|entiendan|entienda|mejorarme|mejorar|recuperarme|sentirme|estar mejor? pronto|manana?
        le? aviso|informo|quiero|queria|para|queria avisar|decirle|informar|avisarle|avisarles|informarle? que|k|q?
        les|le aviso|informo|comunico que|k|q?
        para avisar|avisarle|avisarles|decir|decirle|informar que|k|q?
        desgraciadamente|lamentablemente|dios|bendiciones|saludos
        que tenga|tengan buen|lindo dia
        pronto)"},
    Phrase{Role::greeting, Subject::open, R"(
        hola|ola|oiga|oye|buenas|buenos|wenas jefa|jefe|dias|tardes|noches|senora|senor|a? todos?
        buen|buenos|bueno dia|dias jefa|jefe|a? todos|todas?
        buenas tardes|noches jefa|jefe?
        que tal)"},
    Phrase{Role::introduction, Subject::open, R"(
        soy
        me llamo
        mi nombre es
        habla|le habla
        aqui)"},
    Phrase{Role::link, Subject::open, R"(
        porque|porq|xq|pq|pork|xk|ya|pues|entonces|pero|asi|debido
        por|xk que|q
        ya que|q|k
        es que|q|k
        es? por motivo|motivos|cuestion|cuestiones|causa|razones de
        debido a
        por? eso
        asi que|k|q
        a causa de
        y? por lo que|tanto)"},
    Phrase{Role::joiner, Subject::open, "y|e|ni|tambien|tampoco\n y tambien|tampoco"},
    Phrase{Role::alternative, Subject::open, "o|u"},
    Phrase{Role::range, Subject::open, "a|al\n hasta el"},
    Phrase{Role::preposition, Subject::open, "con|por|para|de|del"},
    Phrase{Role::first_person, Subject::sender,
           "yo|mi|mis|me|tengo|estoy|amaneci|siento|ando|sigo"},
    Phrase{Role::third_person, Subject::open,
           "ella|ellos|usted|ustedes|nadie\n el esta|tiene|viene|no|va"},
    Phrase{Role::adverb, Subject::open, "<muy>"},
    Phrase{Role::filler, Subject::open, R"(
        la|las|los|el|un|una|unos|unas|esta|es|tiene|hay|mucho|mucha|muchos|fuerte|se|le|lo|no|que|a
        en|algo|su|sus|al|muchas|k|q|del|anda|sigue|tener|dio|puso)"},
};

}  // namespace

std::span<const Group> spanish_groups() {
  return groups;
}
std::span<const Phrase> spanish_phrases() {
  return phrases;
}

}  // namespace callout
