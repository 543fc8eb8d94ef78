"""The simulator asked and judged by the vendor's library for Python, as Debian has it.

Reads {"base", "account_sid", "auth_token", "line", "ana", "requests"} as JSON from its standard input; `requests`
are webhooks as an application got them. There is a recording, and a text with a picture. Fails where something is not
as the provider would have it.
"""

import datetime
import json
import sys

import requests
from twilio.base.exceptions import TwilioRestException
from twilio.http.http_client import TwilioHttpClient
from twilio.request_validator import RequestValidator
from twilio.rest import Client


class Rerouted(TwilioHttpClient):
    """Sends to the simulator what is meant for the vendor's hosts."""

    def __init__(self, base):
        super().__init__()
        self.base = base

    def request(self, method, url, *args, **kwargs):
        path = "/" + url.split("://", 1)[1].split("/", 1)[1]
        return super().request(method, self.base + path, *args, **kwargs)


def expect_error(code, act):
    try:
        act()
    except TwilioRestException as error:
        assert error.code == code, error
        return
    raise AssertionError("was taken, not refused with %d" % code)


def use_messages(client, line, ana):
    sids = [client.messages.create(to=ana, from_=line, body="Message %d" % n).sid for n in range(5)]
    assert client.messages(sids[0]).fetch().body == "Message 0"
    yesterday = datetime.datetime.utcnow() - datetime.timedelta(days=1)
    listed = client.messages.list(to=ana, from_=line, date_sent_after=yesterday, page_size=2)
    assert [message.sid for message in listed][:5] == sids[::-1]
    expect_error(21211, lambda: client.messages.create(to="none", from_=line, body="x"))
    expect_error(21606, lambda: client.messages.create(to=ana, from_="+15550100777", body="x"))

    text = client.messages.list(to=line, from_=ana)[0]
    assert client.messages(text.sid).delete()
    expect_error(20404, lambda: client.messages(text.sid).fetch())
    expect_error(20404, lambda: client.messages(text.sid).delete())
    assert text.sid not in [message.sid for message in client.messages.list()]
    assert sids[0] in [message.sid for message in client.messages.list()]


def use_pictures(client, base, line, ana):
    text = client.messages.list(to=line, from_=ana)[0]
    assert (text.status, text.direction, text.num_media) == ("received", "inbound", "1")
    (picture,) = text.media.list()
    assert client.messages(text.sid).media(picture.sid).fetch().content_type == "image/png"
    address = base + picture.uri.replace(".json", "")
    assert requests.get(address).status_code == 401
    assert requests.get(address, auth=client.auth).content == b"picture"
    assert client.messages(text.sid).media(picture.sid).delete()
    assert text.media.list() == []
    assert requests.get(address, auth=client.auth).status_code == 404


def use_calls(client, line, ana):
    call = client.calls.create(to=ana, from_=line, twiml="<Response><Say>Hello</Say></Response>")
    assert client.calls(call.sid).fetch().direction == "outbound-api"
    assert client.calls(call.sid).update(status="canceled").status == "canceled"
    assert call.sid in [one.sid for one in client.calls.list(status="canceled")]
    assert client.calls(call.sid).delete()
    expect_error(20404, lambda: client.calls(call.sid).fetch())


def use_numbers(client, line):
    number = client.incoming_phone_numbers.list(phone_number=line)[0]
    assert client.incoming_phone_numbers(number.sid).update(friendly_name="Day").friendly_name == "Day"

    url = "http://localhost:3000/voice"
    bought = client.incoming_phone_numbers.create(phone_number="+15550100901", voice_url=url)
    fetched = client.incoming_phone_numbers(bought.sid).fetch()
    assert (fetched.phone_number, fetched.voice_url, fetched.voice_method) == ("+15550100901", url, "POST")
    expect_error(21422, lambda: client.incoming_phone_numbers.create(phone_number="+15550100901"))
    expect_error(21421, lambda: client.incoming_phone_numbers.create(phone_number="5550100"))
    changed = bought.update(friendly_name="Night", sms_url=url, sms_method="GET")
    assert (changed.friendly_name, changed.sms_url, changed.sms_method) == ("Night", url, "GET")
    assert client.incoming_phone_numbers(bought.sid).fetch().sms_method == "GET"
    expect_error(21502, lambda: bought.update(sms_url="nowhere"))
    assert bought.sid in [one.sid for one in client.incoming_phone_numbers.list(friendly_name="Night")]
    assert bought.delete()
    expect_error(20404, lambda: client.incoming_phone_numbers(bought.sid).fetch())
    assert [one.phone_number for one in client.incoming_phone_numbers.list()] == [line]


def use_recordings(client, base):
    (recording,) = client.recordings.list()
    assert [one.sid for one in client.recordings.list(call_sid=recording.call_sid)] == [recording.sid]
    assert [one.sid for one in client.calls(recording.call_sid).recordings.list()] == [recording.sid]
    assert client.recordings.list(call_sid="CA" + 32 * "0") == []
    fetched = client.recordings(recording.sid).fetch()
    assert (fetched.status, fetched.source, fetched.channels) == ("completed", "RecordVerb", 1)
    address = base + fetched.uri.replace(".json", ".wav")
    assert requests.get(address).status_code == 401
    sound = requests.get(address, auth=client.auth)
    assert sound.headers["Content-Type"] == "audio/x-wav"
    assert sound.content[:4] == b"RIFF"
    assert round((len(sound.content) - 44) / 16000) == int(fetched.duration)
    assert client.recordings(recording.sid).delete()
    assert requests.get(address, auth=client.auth).status_code == 404
    expect_error(20404, lambda: client.recordings(recording.sid).fetch())
    expect_error(20404, lambda: client.recordings(recording.sid).delete())
    assert client.recordings.list() == []


def judge_signatures(token, webhooks):
    validator = RequestValidator(token)
    for webhook in webhooks:
        url, params, signature = webhook["url"], webhook["params"], webhook["signature"]
        assert validator.validate(url, params, signature), webhook
        assert not validator.validate(url + "x", params, signature)
        assert not validator.validate(url, {**params, "Extra": "1"}, signature)
        assert not RequestValidator("another").validate(url, params, signature)
        for name in params:
            assert not validator.validate(url, {**params, name: params[name] + "x"}, signature), name
            without = {other: value for other, value in params.items() if other != name}
            assert not validator.validate(url, without, signature), name


def main():
    given = json.load(sys.stdin)
    base, line, ana = given["base"], given["line"], given["ana"]
    client = Client(given["account_sid"], given["auth_token"], http_client=Rerouted(base))
    use_pictures(client, base, line, ana)
    use_messages(client, line, ana)
    use_calls(client, line, ana)
    use_numbers(client, line)
    use_recordings(client, base)
    judge_signatures(given["auth_token"], given["requests"])
    print("judged %d requests" % len(given["requests"]))


main()
