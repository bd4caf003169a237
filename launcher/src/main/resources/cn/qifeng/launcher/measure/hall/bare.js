// A room of a Janus with nothing beside it: browsers speak its own API, each publishes once and sees all others.
class BareRoom {
  constructor(names, media) {
    Object.assign(this, {
      names,
      media,
      lines: new Map(),
      asked: new Map(),
      number: 0,
    });
  }

  async enter({ port, secret, room, folder, settings, turn }) {
    this.secret = secret;
    this.socket = new WebSocket(`ws://127.0.0.1:${port}`, "janus-protocol");
    this.socket.onmessage = ({ data }) => this.heard(JSON.parse(data));
    await new Promise((opened, failed) =>
      Object.assign(this.socket, { onopen: opened, onerror: failed }),
    );
    this.session = (await this.ask({ janus: "create" })).data.id;
    this.signs = setInterval(
      () => void this.ask({ janus: "keepalive" }),
      20_000,
    );
    await this.message(await this.attach(), {
      request: "create",
      room,
      rec_dir: folder,
      ...settings,
    }).catch(() => {});
    for (const name of this.names)
      await this.publish(name, room, `${name}-${turn}`);
    for (const viewer of this.names)
      for (const seen of this.names)
        if (seen !== viewer)
          await this.subscribe(viewer, seen, room, `${seen}-${turn}`);
  }

  heard(message) {
    const asked = this.asked.get(message.transaction);
    const waits = asked && (message.janus !== "ack" || asked.acknowledged);
    if (!waits) return;
    this.asked.delete(message.transaction);
    const error = message.error?.reason ?? message.plugindata?.data?.error;
    if (error) asked.failed(new Error(error));
    else asked.done(message);
  }

  ask(request) {
    const transaction = String(++this.number);
    const more = this.session ? { session_id: this.session } : {};
    this.socket.send(
      JSON.stringify({
        ...request,
        ...more,
        transaction,
        apisecret: this.secret,
      }),
    );
    const acknowledged = ["keepalive", "trickle"].includes(request.janus);
    return new Promise((done, failed) =>
      this.asked.set(transaction, { done, failed, acknowledged }),
    );
  }

  async attach() {
    return (
      await this.ask({ janus: "attach", plugin: "janus.plugin.videoroom" })
    ).data.id;
  }

  message(handle_id, body, jsep) {
    return this.ask({
      janus: "message",
      handle_id,
      body,
      ...(jsep ? { jsep } : {}),
    });
  }

  line(name, handle_id) {
    const line = new RTCPeerConnection();
    this.lines.set(name, line);
    line.onicecandidate = ({ candidate }) =>
      void this.ask({
        janus: "trickle",
        handle_id,
        candidate: candidate ?? { completed: true },
      });
    return line;
  }

  async publish(name, room, id) {
    const handle = await this.attach();
    const line = this.line(name, handle);
    for (const track of [this.media.microphone, this.media.camera])
      line.addTransceiver(track, { direction: "sendonly" });
    await line.setLocalDescription();
    const body = {
      request: "joinandconfigure",
      ptype: "publisher",
      room,
      id,
      record: true,
      filename: id,
    };
    const { jsep } = await this.message(handle, body, {
      type: "offer",
      sdp: line.localDescription.sdp,
    });
    await line.setRemoteDescription(jsep);
    await new Promise((connected) => {
      const look = () => line.connectionState === "connected" && connected();
      line.onconnectionstatechange = look;
      look();
    });
  }

  async subscribe(viewer, seen, room, feed) {
    const handle = await this.attach();
    const line = this.line(`${viewer} ${seen}`, handle);
    const body = {
      request: "join",
      ptype: "subscriber",
      room,
      streams: [{ feed }],
    };
    const { jsep } = await this.message(handle, body);
    await line.setRemoteDescription(jsep);
    await line.setLocalDescription();
    await this.message(
      handle,
      { request: "start" },
      { type: "answer", sdp: line.localDescription.sdp },
    );
  }

  async leave() {
    clearInterval(this.signs);
    if (this.session) await this.ask({ janus: "destroy" });
    this.session = undefined;
    this.socket?.close();
    for (const line of this.lines.values()) line.close();
    this.lines.clear();
  }

  async frames() {
    const all = {};
    for (const [name, line] of this.lines)
      if (name.includes(" ")) all[name] = await picturesOf(line);
    return all;
  }
}
