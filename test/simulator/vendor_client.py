"""The simulator asked and judged by the vendor's library for Python, as Debian has it.

Reads {"base", "account_sid", "auth_token", "line", "ana", "requests"} as JSON from its standard input; `requests`
are webhooks as an application got them. Fails where something is not as the provider would have it.
"""

import datetime
import json
import sys

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


def use_the_api(client, line, ana):
    sids = [client.messages.create(to=ana, from_=line, body="Message %d" % n).sid for n in range(5)]
    assert client.messages(sids[0]).fetch().body == "Message 0"
    yesterday = datetime.datetime.utcnow() - datetime.timedelta(days=1)
    listed = client.messages.list(to=ana, from_=line, date_sent_after=yesterday, page_size=2)
    assert [message.sid for message in listed][:5] == sids[::-1]
    expect_error(21211, lambda: client.messages.create(to="none", from_=line, body="x"))
    expect_error(21606, lambda: client.messages.create(to=ana, from_="+15550100777", body="x"))

    call = client.calls.create(to=ana, from_=line, twiml="<Response><Say>Hello</Say></Response>")
    assert client.calls(call.sid).fetch().direction == "outbound-api"
    assert client.calls(call.sid).update(status="canceled").status == "canceled"
    assert call.sid in [one.sid for one in client.calls.list(status="canceled")]
    assert client.calls(call.sid).delete()
    expect_error(20404, lambda: client.calls(call.sid).fetch())

    number = client.incoming_phone_numbers.list(phone_number=line)[0]
    assert client.incoming_phone_numbers(number.sid).update(friendly_name="Day").friendly_name == "Day"
    for recording in client.recordings.list():
        assert recording.channels == 1
        assert client.recordings(recording.sid).delete()
    assert client.recordings.list() == []


def judge_signatures(token, requests):
    validator = RequestValidator(token)
    for request in requests:
        params, signature = request["params"], request["signature"]
        assert validator.validate(request["url"], params, signature), request
        assert not validator.validate(request["url"] + "x", params, signature)
        assert not RequestValidator("another").validate(request["url"], params, signature)
        for name in params:
            assert not validator.validate(request["url"], {**params, name: params[name] + "x"}, signature), name


def main():
    given = json.load(sys.stdin)
    client = Client(given["account_sid"], given["auth_token"], http_client=Rerouted(given["base"]))
    use_the_api(client, given["line"], given["ana"])
    judge_signatures(given["auth_token"], given["requests"])
    print("judged %d requests" % len(given["requests"]))


main()
