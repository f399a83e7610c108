// Attacks every port of `mayday up` with bytes that no honest client sends. Usage: hostile.mjs MAYDAY
import { check, finish } from './checks.mjs';
import { stand } from './estate.mjs';
import { doorsOf } from './hostile/doors.mjs';
import {
  answersWhatCameTogether,
  neverServesABody,
  refusesBrokenFraming,
  refusesLengthAndChunksTogether,
} from './hostile/framing.mjs';
import { carriesOutNothingCutShort, outlivesThoseWhoDoNotStay } from './hostile/leavers.mjs';
import { talk } from './hostile/raw.mjs';
import { refusesLargeBodies, refusesLargeHeads, refusesWrongBodies, unpacksNothing } from './hostile/sizes.mjs';
import { slowPeersAreDropped } from './hostile/slow.mjs';
import { doesNotTakePlainBytes, dropsSlowHandshakes } from './hostile/tls.mjs';

const [mayday] = process.argv.slice(2);
const mostMemory = 256; // MiB

/** Each attack at every door at once; after it every door must answer as if nothing had been. */
async function attack(estate, doors, attacks) {
  for (const one of attacks) {
    await Promise.all(doors.map((door) => one(door)));
    await stillAnswers(estate, doors, one.name);
  }
}

async function stillAnswers(estate, doors, after) {
  check(`it lives after ${after}`, estate.alive, estate.complaints);
  for (const door of doors) {
    const { answers } = await talk(door, door.healthy);
    check(`${door.name} answers after ${after}`, answers.length === 1 && answers[0].status === 200, answers[0]?.status);
  }
}

/** The canaries sing when they are let out: once here, and never before. */
async function leave(estate, doors) {
  for (const door of doors) await talk(door, door.canary);
  console.log(`at most ${estate.mostMemory.toFixed(0)} MiB resident`);
  check(`never more than ${mostMemory} MiB resident`, estate.mostMemory < mostMemory, estate.mostMemory);
  check('it leaves with 0', (await estate.close()) === 0, estate.complaints);
  const ledger = estate.ledger;
  for (const door of doors) {
    const traces = door.traces(ledger);
    check(`${door.name} carried out nothing smuggled`, traces === 1, traces);
  }
  check('it had nothing to survive', !estate.complaints.includes('survived'), estate.complaints);
}

async function inPlain() {
  const estate = await stand(mayday);
  const doors = doorsOf(estate.addresses);
  await attack(estate, doors, [
    refusesLengthAndChunksTogether,
    refusesBrokenFraming,
    neverServesABody,
    answersWhatCameTogether,
    refusesLargeHeads,
    refusesLargeBodies,
    unpacksNothing,
    refusesWrongBodies,
    carriesOutNothingCutShort,
    outlivesThoseWhoDoNotStay,
  ]);
  await slowPeersAreDropped(doors);
  await stillAnswers(estate, doors, slowPeersAreDropped.name);
  await leave(estate, doors);
}

async function overTls() {
  const estate = await stand(mayday, { tls: true });
  const doors = doorsOf(estate.addresses);
  await attack(estate, doors, [
    refusesLengthAndChunksTogether,
    neverServesABody,
    refusesLargeHeads,
    doesNotTakePlainBytes,
    dropsSlowHandshakes,
  ]);
  await leave(estate, doors);
}

await inPlain();
await overTls();
finish();
