// One member of a hall in as few lines as its signals need; the platform's own pages do more.

/** Adds up the pictures that a connection has shown. */
async function picturesOf(peer) {
  let decoded = 0;
  for (const stat of (await peer.getStats()).values())
    if (stat.type === "inbound-rtp" && stat.kind === "video")
      decoded += stat.framesDecoded ?? 0;
  return decoded;
}

class Member {
  constructor(name, media, failed) {
    Object.assign(this, {
      name,
      media,
      failed,
      label: name,
      hall: "",
      lines: new Map(),
      tail: Promise.resolve(),
    });
  }

  /** Takes what its platform says, one after another. */
  hear(message) {
    this.tail = this.tail.then(() => this.take(message)).catch(this.failed);
  }

  async take(message) {
    if (message.kind === "entered") {
      this.clear();
      Object.assign(this, { label: message.label, hall: message.hall });
      for (const { peer, offers } of message.links)
        await this.link(peer, offers);
    } else if (message.kind === "came" && message.offers !== undefined)
      await this.link(message.label, message.offers);
    else if (message.kind === "left") this.drop(message.label);
    else if (message.kind === "signal")
      await this.signalled(message.from, message.signal);
  }

  async link(peer, offers) {
    if (this.hall === "JANUS" && peer !== "recorder") await this.wish(peer);
    else if (offers) await this.offer(peer);
  }

  line(peer) {
    this.drop(peer);
    const line = new RTCPeerConnection();
    this.lines.set(peer, Object.assign(line, { early: [] }));
    line.onicecandidate = ({ candidate }) =>
      candidate &&
      this.send(peer, {
        kind: "candidate",
        candidate: candidate.candidate,
        sdpMid: candidate.sdpMid,
        sdpMLineIndex: candidate.sdpMLineIndex,
      });
    return line;
  }

  async wish(peer) {
    this.line(peer);
    await this.send(peer, { kind: "wanted" });
  }

  async offer(peer) {
    const line = this.line(peer);
    const direction = peer === "recorder" ? "sendonly" : "sendrecv";
    for (const track of [this.media.microphone, this.media.camera])
      line.addTransceiver(track, { direction });
    await line.setLocalDescription();
    const tracks = Object.fromEntries(
      line
        .getTransceivers()
        .map(({ mid }, i) => [mid, ["microphone", "camera"][i]]),
    );
    await this.send(peer, {
      kind: "offer",
      sdp: line.localDescription.sdp,
      tracks,
    });
  }

  async signalled(from, signal) {
    if (signal.kind === "renew")
      return from === "recorder" ? this.offer(from) : this.wish(from);
    if (signal.kind === "offer") return this.answer(from, signal);
    const line = this.lines.get(from);
    if (!line) return;
    if (signal.kind === "answer")
      await this.described(line, "answer", signal.sdp);
    else if (line.remoteDescription) await line.addIceCandidate(signal);
    else line.early.push(signal);
  }

  async answer(from, signal) {
    const line =
      this.hall === "JANUS"
        ? (this.lines.get(from) ?? this.line(from))
        : this.line(from);
    await this.described(line, "offer", signal.sdp);
    if (this.hall !== "JANUS")
      for (const transceiver of line.getTransceivers()) {
        const role =
          transceiver.receiver.track.kind === "audio" ? "microphone" : "camera";
        transceiver.direction = "sendrecv";
        await transceiver.sender.replaceTrack(this.media[role]);
      }
    await line.setLocalDescription();
    await this.send(from, { kind: "answer", sdp: line.localDescription.sdp });
  }

  async described(line, type, sdp) {
    await line.setRemoteDescription({ type, sdp });
    for (const candidate of line.early.splice(0))
      await line.addIceCandidate(candidate);
  }

  drop(peer) {
    this.lines.get(peer)?.close();
    this.lines.delete(peer);
  }

  clear() {
    for (const peer of [...this.lines.keys()]) this.drop(peer);
  }

  /** Pictures of everybody else that came so far, by line. */
  async frames() {
    const all = {};
    for (const [peer, line] of this.lines)
      if (peer !== "recorder")
        all[`${this.label} ${peer}`] = await picturesOf(line);
    return all;
  }
}
