#include <array>

#include "domain/callout/text_vocabulary.h"

namespace callout {
namespace {

// Why people can't come in. None of these is an absence by itself: "my kid has a fever" is a
// question to be asked, "can't come in kid has a fever" is a call-out.
constexpr std::array phrases = {
    Phrase{Role::cause, Subject::open, R"(
        not <adv>? well|good
        not|dont|doesnt|isnt|arent feel|feeling <adv>? good|well|great|too? good|hot|right|it|ok|okay
        dont|do not? feel|feeling <adv>? good|well|great|ok|okay|right|hot
        not feeling <adv>? good|well|great|hot|right|it|the greatest|best?
        feel|feeling|felt <adv>? sick|ill|awful|terrible|horrible|bad|crappy|like|shitty|lousy|nauseous|worse
        under the weather
        fever|fevers|feverish|flu|cold|covid|covid19|corona|rsv|strep|pneumonia|bronchitis|pinkeye|conjunctivitis
        fiver|feaver|fevr|flue|infuenza|influenza|stomache|stomac|stomach|stomachache|tummy|belly
        bug|virus|infection|infected|poisoning|food|norovirus|gastro|gastritis|uti|kidney|gallbladder
        vomit|vomiting|vomitting|throwing|threw|puking|puke|barfing|nausea|nauseous|nauseated|diarrhea|diarreah
        diarrea|diareah|runs|cramps|cramping|period|migraine|migrane|migraines|headache|headaches|head|vertigo
        dizzy|dizziness|fainted|faint|chills|shaking|sweats|cough|coughing|congested|congestion|sinus|sinuses
        throat|ear|earache|tooth|toothache|dental|dentist|eye|eyes|allergies|allergic|asthma|hives|rash
        pain|pains|painful|hurt|hurts|hurting|ache|aches|aching|sore|sprained|sprain|broke|broken|twisted
        back|ankle|knee|wrist|arm|leg|foot|neck|shoulder|hip|chest|heart|blood|seizure|stroke|sickle|cell|crisis
        surgery|procedure|appointment|appt|er|hospital|hospitalized|emergency|emergencies|urgent|ambulance
        test|positive|quarantine|quarantining|isolating|contagious|lupus|flare|flareup
        anxiety|panic|depression|depressed|mental|burnout|insomnia|sleep|slept|exhausted|overslept
        pregnancy|pregnant|miscarriage|labor|morning sickness?
        death|died|passed|funeral|bereavement|accident|crash|wreck|car|truck|vehicle|tire|battery|engine|transmission
        ride|transportation|traffic|trouble|subway|snow|snowed|ice|icy|storm|flood|flooded|flooding|hurricane|tornado|weather
        road|roads|power|electricity|pipe|pipes|water|heater|basement|furnace|fire|house|apartment|plumber
        daycare|school|childcare|court|jury|custody|locked|stolen|personal|family
        injured|injury|symptoms|illness|disease|diabetes|diabetic|sugar|cancer|chemo|bp|sickness|hungover
        medical|medicine|meds|stung|bite|bitten|burned|cut|stitches|fell|fall|concussion|shingles|mono|lice
        got sick
        throwing|throw|threw|throws up
        coming|comming|came down with something?
        broke|breaking down
        passed|passing away|out
        passed
        blew out|up
        going|headed|heading|went|gone|taking|rushed to the? er|hospital|doctor|doctors|dr|urgent
        personal|family|medical|health reason|reasons|matter|matters|issue|issues|emergency|stuff
        no|not any? hot? water|power|electricity|ride|childcare|sitter|babysitter|gas|heat
        have|had|got|gotta|need to? take|bring|watch|stay|care
        no one|nobody to watch
        wont|not|doesnt|didnt start
        very? sick)"},
    Phrase{Role::cause, Subject::open, R"(
        fiebre|calentura|temperatura|gripe|gripa|gripas|resfriado|resfrio|catarro|tos|tosiendo|gripo|gripado
        vomito|vomitos|vomitando|bomito|bomitando|vomite|diarrea|diarea|nausea|nauseas|mareo|mareos|mareada|mareado
        dolor|dolores|duele|duelen|adolorida|adolorido|migrana|jaqueca|cabeza|estomago|panza|barriga|garganta
        oido|muela|muelas|diente|espalda|rodilla|tobillo|pie|pierna|brazo|mano|cuello|cintura|pecho|corazon|ojo|ojos
        infeccion|virus|covid|neumonia|bronquitis|asma|alergia|alergias|intoxicada|intoxicado|intoxicacion|colico
        colicos|cita|hospital|clinica|emergencia|emergencias|urgencia|urgencias|cirugia
        operacion|operaron|embarazo|embarazada|accidente|choque|choco|choque|carro|coche|troca|camioneta|llanta
        fallecio|murio|funeral|velorio|muerte|luto|familia|familiar|personal|personales|escuela|guarderia|ninera
        nieve|tormenta|inundacion|lluvia|luz|agua|casa|transporte|camion|ride|corte|ansiedad|estres|presion|azucar
        resfriada|cuerpo|cortado|salud|enfermedad|lastime|torci|cai|quebre|fractura|dormi|cuidar
        quien cuide
        motivos|motivo|asuntos|asunto|razones|cuestiones personales|personal|familiares|familiar|medicos|medicas
        siento mal|pesima|fatal|horrible|terrible|pesimo
        me siento <muy>? mal|pesima|fatal|horrible|terrible|pesimo
        sintiendo|sintiendome|siento muy? mal
        mal del? estomago
        no me siento <muy>? bien|nada?
        ando|estoy <muy>? mal
        del estomago|garganta)"},
    Phrase{Role::relative, Subject::open, R"(
        kid|kids|kiddo|kiddos|son|sons|daughter|daughters|baby|babies|child|children|toddler|infant|twins|stepson
        husband|wife|spouse|partner|boyfriend|girlfriend|mom|mother|dad|father|parents|mama|mum|parent|hubby
        grandma|grandmother|grandpa|grandfather|grandson|granddaughter|sister|brother|aunt|uncle|nephew|niece|cousin
        oldest|youngest|fiance|fiancee|inlaw|boy|girl|dog|cat
        hijo|hija|hijos|hijas|bebe|nino|nina|ninos|ninas|esposo|esposa|marido|mujer|pareja|novio|novia|mijo|mija
        mama|papa|madre|padre|papas|padres|abuela|abuelo|abuelita|abuelito|hermana|hermano|tia|tio|sobrino|sobrina
        doctor|doctors|dr|doctora|medico|medica|sitter|babysitter|nanny|police|bus|train
        suegra|suegro|nieto|nieta|perro)"},
};

}  // namespace

std::span<const Phrase> cause_phrases() {
  return phrases;
}

}  // namespace callout
